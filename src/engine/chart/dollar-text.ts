/** Dollars on a picture, such as `$304` or `−$1,204`. */
export function dollarText(dollars: number): string {
  const whole = Math.abs(Math.round(dollars)).toLocaleString('en-US');
  return dollars < 0 && whole !== '0' ? `−$${whole}` : `$${whole}`;
}
