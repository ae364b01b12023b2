/** What the measurements use of the package, which has no types of its own. */
declare module 'black-scholes' {
  const blackScholes: {
    blackScholes(
      spot: number,
      strike: number,
      years: number,
      volatility: number,
      rate: number,
      right: 'call' | 'put',
    ): number;
  };
  export default blackScholes;
}
