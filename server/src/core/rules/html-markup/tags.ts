/** Tags that begin or end a line, and those of tables: what stands in two cells is no one word. */
const BLOCK = new Set(
  (
    'address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre ' +
    'section select summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);
const INLINE = new Set(
  (
    'a abbr acronym area audio b base basefont bdi bdo bgsound big blink button canvas cite code col colgroup data ' +
    'del dfn em embed font frame i iframe img input ins kbd label link map mark marquee meta nobr noscript object ' +
    'param path picture q rp rt ruby s samp script small source span strike strong style sub sup svg template ' +
    'textarea time track tt u var video wbr'
  ).split(' '),
);

/**
 * Whether an element begins and ends lines (HTML Standard, "Rendering", flow content); undefined for what is no
 * element. Names with a colon are of Word (`o:p`), names with a hyphen are a page's own.
 */
export function tagKind(name: string): 'inline' | 'block' | undefined {
  const lower = name.toLowerCase();
  if (BLOCK.has(lower)) return 'block';
  return INLINE.has(lower) || /[:-]/.test(lower) ? 'inline' : undefined;
}
