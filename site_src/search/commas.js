// Numbers as readers see them.

/** A number with commas. Not `toLocaleString`: its first call takes longer than a frame of the screen. */
export const commas = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
