/** Characters of the passphrase that seals a backup's secrets: whoever has the file may guess as long as he likes. */
export const passphraseLength = { min: 12, max: 256 };
