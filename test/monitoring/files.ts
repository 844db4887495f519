import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of what Prometheus and Grafana are given. */
export const MONITORING = fileURLToPath(new URL('../../monitoring/', import.meta.url));

/** A file of that folder, such as `alerts.yml`. */
export function monitoringFile(name: string): string {
  return readFileSync(join(MONITORING, name), 'utf8');
}

interface Panel {
  id: number;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: { expr: string }[];
}

/** The panels of the dashboard. */
export function dashboardPanels(): Panel[] {
  return (JSON.parse(monitoringFile('dashboard.json')) as { panels: Panel[] }).panels;
}
