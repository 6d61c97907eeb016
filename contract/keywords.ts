import type { Keywords, VoicemailLanguage } from './presence.ts';

/** Keywords as they come with the system. `confirmed`: they are the original's own, by its documents; the others are our translation of these. */
export const keywordDefaults: Record<VoicemailLanguage, { confirmed: boolean; keywords: Keywords }> = {
  en: { confirmed: true, keywords: { 'meeting': 'Meeting', 'sick': 'Sick', 'break': 'Break', 'out-of-office': 'Out of Office', 'holiday': 'Holiday', 'lunch': 'Lunch', 'home': 'Home' } },
  de: { confirmed: true, keywords: { 'meeting': 'Besprechung', 'sick': 'Krank', 'break': 'Pause', 'out-of-office': 'Außer Haus', 'holiday': 'Urlaub', 'lunch': 'Mittag', 'home': 'Zu Hause' } },
  fr: { confirmed: false, keywords: { 'meeting': 'Réunion', 'sick': 'Malade', 'break': 'Pause', 'out-of-office': 'Absent', 'holiday': 'Congés', 'lunch': 'Déjeuner', 'home': 'Domicile' } },
  it: { confirmed: false, keywords: { 'meeting': 'Riunione', 'sick': 'Malattia', 'break': 'Pausa', 'out-of-office': 'Fuori ufficio', 'holiday': 'Ferie', 'lunch': 'Pranzo', 'home': 'Casa' } },
  nl: { confirmed: false, keywords: { 'meeting': 'Vergadering', 'sick': 'Ziek', 'break': 'Pauze', 'out-of-office': 'Afwezig', 'holiday': 'Vakantie', 'lunch': 'Lunch', 'home': 'Thuis' } },
  pt: { confirmed: false, keywords: { 'meeting': 'Reunião', 'sick': 'Doente', 'break': 'Pausa', 'out-of-office': 'Fora do escritório', 'holiday': 'Férias', 'lunch': 'Almoço', 'home': 'Casa' } },
  es: { confirmed: false, keywords: { 'meeting': 'Reunión', 'sick': 'Enfermo', 'break': 'Descanso', 'out-of-office': 'Fuera de la oficina', 'holiday': 'Vacaciones', 'lunch': 'Almuerzo', 'home': 'Casa' } },
};
