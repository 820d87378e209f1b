/**
 * Puts values into a template: `{name}` becomes `values.name`, as it is. `String.replace` with a string would read
 * `$&` and the like in the value. A name without value stays.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
