/** The zone of this browser, as in the IANA database. */
export const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
