// The figure as it stands, as a file of its own: no style sheet and no variable of the editor is left in it.
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** @returns the text of an SVG file with the colours that are on the screen */
export function asSvg(figure: SVGSVGElement): string {
  const copy = figure.cloneNode(true) as SVGSVGElement;
  const originals = figure.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, at) => {
    const style = getComputedStyle(originals[at]!);
    for (const property of kept) {
      const value = style.getPropertyValue(property);
      if (value !== '') element.setAttribute(property, value);
    }
    for (const name of ['class', 'tabindex', 'role', 'aria-label', 'data-key']) element.removeAttribute(name);
  });
  for (const hit of copy.querySelectorAll('[data-hit]')) hit.remove();
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  background.setAttribute('width', '100%');
  background.setAttribute('height', '100%');
  background.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(background);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** @returns a PNG of twice the size on the screen, in base 64; rejects where the browser cannot draw it */
export async function asPng(figure: SVGSVGElement): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asSvg(figure))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * figure.width.baseVal.value;
  canvas.height = 2 * figure.height.baseVal.value;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
