export interface NodeAddress {
  id: number;
  port: number;
  controllerPort: number;
}

/** The largest record batch: 500 events of the outbox go out as one (libs/messaging). */
const MESSAGE_MAX_BYTES = 16 * 1024 * 1024;

/**
 * server.properties of one node, broker and controller at once (KRaft).
 * A node that was killed may register again only when its old session is over, and a lost one is replaced only then:
 * so sessions are short. Buffers and threads are small, since all of it shares a machine with everything else.
 */
export function nodeSettings(me: NodeAddress, all: readonly NodeAddress[], logFolder: string): string {
  const replicas = Math.min(3, all.length);
  const inSync = replicas === 3 ? 2 : 1;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': me.id,
    'controller.quorum.voters': all.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${me.port},CONTROLLER://127.0.0.1:${me.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${me.port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': logFolder,
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': 4,
    'group.initial.rebalance.delay.ms': 0,
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    'controlled.shutdown.enable': all.length > 1,
    'message.max.bytes': MESSAGE_MAX_BYTES,
    'replica.fetch.max.bytes': MESSAGE_MAX_BYTES,
    'log.index.size.max.bytes': 1024 * 1024,
    'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'background.threads': 2,
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}\n`).join('');
}
