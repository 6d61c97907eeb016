import { diagnosisLogsSettingsInput } from '../../../contract/diagnosis-logs.ts';
import { inputOf, putSettings } from '../backup/function-part.ts';
import type { Part } from '../backup/part.ts';
import { isUcSuiteRecorded, name } from './settings.ts';

/** Whether the UC Suite protocols are recorded: always there, so never added and never removed. */
export const diagnosisLogBackup: Part = {
  name: 'diagnosis-logs',
  settings: /^diagnosis-logs$/,
  read: async (rows) => [{ id: name, value: { ucSuiteProtocols: await isUcSuiteRecorded(rows) }, secrets: {} }],
  check: (_context, { value }) => inputOf(diagnosisLogsSettingsInput, value),
  nameOf: () => '',
  write: async (context, items) => async (rows) => {
    for (const { value } of items) await putSettings(context, rows, name, value);
  },
  remove: (context, rows) => putSettings(context, rows, name, { ucSuiteProtocols: false }),
};
