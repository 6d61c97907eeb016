/** Characters of an administrator's password. */
export const passwordLength = { min: 10, max: 256 };
