// Numbers as they are written: a number of JSON, or a text as "2.50". Compared digit by digit, as a binary fraction could not.

/** [its digits, how many of them stand behind the point]; null for what is no number. */
function lees(waarde) {
  const [, teken, heel, achter = "", macht = 0] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/.exec(String(waarde)) ?? [];
  return heel === undefined ? null : [BigInt(teken + heel + achter), achter.length - macht];
}

/** Below zero, zero or above zero; NaN when one of the two is no number. */
export function vergelijk(a, b) {
  const [x, y] = [lees(a), lees(b)];
  if (!x || !y) return NaN;
  const achter = Math.max(x[1], y[1]);
  const verschil = x[0] * 10n ** BigInt(achter - x[1]) - y[0] * 10n ** BigInt(achter - y[1]);
  return verschil < 0n ? -1 : Number(verschil > 0n);
}
