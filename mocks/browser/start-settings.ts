import { scenarioById } from '../scenarios/scenarios.ts';
import { defaultSettings, type PlayedSettings } from '../microsoft/state.ts';

/** What the address asks for: `?scenario=`, `?interval=` seconds, `?latency=` milliseconds. */
export function startSettings({ search }: { search: string }): PlayedSettings {
  const asked = new URLSearchParams(search);
  const number = (name: string, fallback: number) => (/^\d{1,5}$/.test(asked.get(name) ?? '') ? Number(asked.get(name)) : fallback);
  return {
    scenario: scenarioById(asked.get('scenario'))?.id ?? defaultSettings.scenario,
    intervalSeconds: number('interval', defaultSettings.intervalSeconds),
    latencyMs: number('latency', defaultSettings.latencyMs),
  };
}

/** Does the address ask for any of it? */
export function asksForSettings({ search }: { search: string }): boolean {
  const asked = new URLSearchParams(search);
  return ['scenario', 'interval', 'latency'].some((name) => asked.has(name));
}
