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
  // Dividing is what takes long here: by a constant, whole numbers of 32 bits multiply instead, and so does the inverse
  // of the power, which is exact for them once they lie half a step above it.
  const power = (10 ** wanted.length) | 0;
  const inverse = 1 / power;
  const least = Math.max((power / 10) | 0, 1);
  return (packed) => {
    for (let rest = packed | 0; rest >= least; rest = (rest / 10) | 0) {
      if (rest - Math.imul(((rest + 0.5) * inverse) | 0, power) === value) {
        return true;
      }
    }
    return packed === 0 && wanted === '0';
  };
}
