/**
 * Makes a test of whether the digits of a packed number contain `wanted`, which it finds without making a text;
 * undefined if no number can.
 */
export function digitsTest(wanted: string): ((packed: number) => boolean) | undefined {
  if (!/^\d{1,10}$/.test(wanted)) {
    return undefined;
  }
  const value = Number(wanted);
  if (wanted.length === 10) {
    return (packed) => packed === value && value >= 1e9;
  }
  // All calculations are on whole numbers of 32 bits, since dividing other numbers takes several times as long.
  const power = (10 ** wanted.length) | 0;
  const least = Math.max((power / 10) | 0, 1);
  return (packed) => {
    for (let rest = packed | 0; rest >= least; rest = (rest / 10) | 0) {
      if (rest % power === value) {
        return true;
      }
    }
    return packed === 0 && wanted === '0';
  };
}
