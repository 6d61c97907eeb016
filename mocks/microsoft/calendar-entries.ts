import type { Language } from '../../contract/fields.ts';

export interface Entry {
  key: string;
  subject: Record<Language, string>;
  /** Minutes after the next full hour. */
  at: number;
  minutes: number;
  /** The next day as a whole, in place of a time. */
  allDay?: true;
  daily?: true;
  cancelled?: true;
  private?: true;
  showAs?: 'tentative' | 'oof' | 'workingElsewhere' | 'free';
  response?: 'accepted' | 'declined';
  location?: string;
}

/** What each calendar holds: one appointment with each keyword, and what keywords must not be found in or must not count. None begins at a full hour, so that the day as a whole, which begins at midnight, comes into its own. */
export const entries: readonly Entry[] = [
  { key: 'running', subject: { en: 'Budget of the branch offices', de: 'Budget der Niederlassungen' }, at: -120, minutes: 130 },
  { key: 'meeting', subject: { en: 'Meeting with Fabrikam', de: 'Besprechung mit Fabrikam' }, at: 15, minutes: 90, response: 'accepted', location: 'Room 4' },
  { key: 'break', subject: { en: 'Coffee break with the new colleagues', de: 'Pause mit den neuen Kollegen' }, at: 75, minutes: 15 },
  { key: 'lunch', subject: { en: 'Lunch', de: 'Mittag' }, at: 135, minutes: 60, showAs: 'free' },
  { key: 'no-keyword', subject: { en: 'Homework for the audit', de: 'Mittagessen planen' }, at: 195, minutes: 30 },
  { key: 'cancelled', subject: { en: 'Canceled: Meeting about the warehouse', de: 'Abgesagt: Besprechung zum Lager' }, at: 225, minutes: 30, cancelled: true, response: 'accepted', showAs: 'free' },
  { key: 'declined', subject: { en: 'Meeting of the works council', de: 'Besprechung des Betriebsrats' }, at: 255, minutes: 30, response: 'declined', showAs: 'free' },
  { key: 'sick', subject: { en: 'Sick: appointment at the doctor’s', de: 'Krank, Termin beim Arzt' }, at: 315, minutes: 60, private: true },
  { key: 'out-of-office', subject: { en: 'Out of Office: visit to Northwind', de: 'Außer Haus: Besuch bei Northwind' }, at: 375, minutes: 120, showAs: 'oof', location: 'Northwind, Berlin' },
  { key: 'home', subject: { en: 'Home: on call', de: 'Zu Hause: Rufbereitschaft' }, at: 495, minutes: 120, showAs: 'workingElsewhere' },
  { key: 'series', subject: { en: 'Daily meeting of the service desk', de: 'Tägliche Besprechung des Service-Desks' }, at: 675, minutes: 15, daily: true, response: 'accepted' },
  { key: 'holiday', subject: { en: 'Holiday', de: 'Urlaub' }, at: 0, minutes: 0, allDay: true, showAs: 'oof' },
];
