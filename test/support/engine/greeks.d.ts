/** What the measurements use of the package, which has no types of its own. */
declare module 'greeks' {
  type Both = [spot: number, strike: number, years: number, volatility: number, rate: number];
  type Right = 'call' | 'put';
  const greeks: {
    getDelta(...terms: [...Both, Right]): number;
    getGamma(...terms: Both): number;
    /** Per percentage point. */
    getVega(...terms: Both): number;
    /** @param scale - days of a year */
    getTheta(...terms: [...Both, Right, scale: number]): number;
    /** @param scale - 100 for a percentage point */
    getRho(...terms: [...Both, Right, scale: number]): number;
  };
  export default greeks;
}
