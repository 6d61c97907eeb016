/** Voicemail languages of UC Suite. */
export const voicemailLanguages = ['en', 'de', 'fr', 'it', 'nl', 'pt', 'es'] as const;
