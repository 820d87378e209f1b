/** The present day in Beijing, where the reports are published, `YYYY-MM-DD`. */
export function todayInBeijing(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
