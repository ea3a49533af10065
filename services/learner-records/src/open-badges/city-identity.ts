/** What the deployment says of itself to those who are asked to trust it. */
export class CityIdentity {
  constructor(
    readonly name: string,
    /** Terms of service and privacy policy of the operator, where there are some. */
    readonly termsUrl?: string,
    readonly privacyUrl?: string,
  ) {}
}
