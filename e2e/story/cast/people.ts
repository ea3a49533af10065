import { Random } from './random.js';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** The learner whose record the story opens. */
export const AMINA: Person = { name: 'Amina Okafor', email: 'amina.okafor@example.org' };

/** Whom the odd outcomes are about. */
export const BRUNO: Person = { name: 'Bruno Achterberg', email: 'bruno.achterberg@example.org' };

const GIVEN = [
  'Ada', 'Alejandro', 'Aisha', 'Anh', 'Beatriz', 'Chidi', 'Chiara', 'Daniel', 'Dilnoza', 'Elif', 'Emil', 'Farida', 'Freya', 'Goran', 'Hana', 'Ibrahim', 'Ines', 'Jakob',
  'Joanna', 'Kwame', 'Lena', 'Lucía', 'Mei', 'Miguel', 'Milan', 'Nadia', 'Noor', 'Olena', 'Omar', 'Priya', 'Quentin', 'Rosa', 'Samir', 'Sigrid', 'Tomasz', 'Thandiwe', 'Yara', 'Yusuf', 'Zoë', 'Zsófia',
];
const FAMILY = [
  'Almeida', 'Andersen', 'Bakker', 'Banerjee', 'Castillo', 'Demir', 'Dubois', 'Eriksen', 'Fernández', 'Fischer', 'García', 'Haddad', 'Horváth', 'Ivanova', 'Jensen', 'Kaya', 'Kovács', 'Kowalska',
  'Lindqvist', 'Mensah', 'Moreau', 'Mutasa', 'Nguyen', 'Novák', 'Okeke', 'Oliveira', 'Petrov', 'Quispe', 'Rahman', 'Rossi', 'Santos', 'Schmidt', 'Silva', 'Tadesse', 'Tanaka', 'Varga', 'Weber', 'Wrona', 'Yılmaz', 'Zhang',
];

/** Different people, the same for the same seed. */
export function people(count: number, seed: number): Person[] {
  const everybody = GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`));
  return new Random(seed).shuffle(everybody).slice(0, count).map((name) => ({ name, email: `${plain(name)}@example.org` }));
}

/** Letters of ASCII, as most people's addresses have them. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase().replaceAll(' ', '.');
