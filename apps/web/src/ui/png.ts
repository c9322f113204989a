import { palettes } from './tokens.ts';

type Heading = { title: string; subtitle: string };

/** What decides how a chart looks; copied from the page so that the picture needs no style sheet. */
const copied = `
  display position top right bottom left box-sizing transform z-index opacity visibility flex gap flex-direction
  flex-wrap align-items justify-content align-self grid-template-columns grid-template-rows grid-column grid-row margin
  padding border-top border-right border-bottom border-left border-radius border-collapse background color font-family
  font-size font-weight font-style font-variant-numeric line-height text-align vertical-align white-space word-break
  overflow-wrap fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin fill-opacity text-anchor
  dominant-baseline paint-order text-decoration list-style min-width min-height width height -webkit-line-clamp
  -webkit-box-orient
`
  .trim()
  .split(/\s+/);

function copyStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  const text = copied
    .filter((name) => !((name === 'width' || name === 'height') && style.display === 'inline'))
    .map((name) => `${name}:${style.getPropertyValue(name)}`)
    .join(';');
  to.setAttribute('style', text);
  for (const [index, child] of [...from.children].entries()) {
    const twin = to.children[index];
    if (twin) copyStyles(child, twin);
  }
}

/** What of a chart is out of sight because a part of it scrolls, in pixels. */
function hiddenPart(node: HTMLElement): { width: number; height: number } {
  let [width, height] = [0, 0];
  for (const part of node.querySelectorAll<HTMLElement>('div')) {
    if (!/auto|scroll/.test(getComputedStyle(part).overflow)) continue;
    width = Math.max(width, part.scrollWidth - part.clientWidth);
    height = Math.max(height, part.scrollHeight - part.clientHeight);
  }
  return { width, height };
}

function sizeOf(node: HTMLElement): { width: number; height: number } {
  const hidden = hiddenPart(node);
  return { width: node.scrollWidth + hidden.width, height: node.scrollHeight + hidden.height };
}

function pictureOf(node: HTMLElement): string {
  const twin = node.cloneNode(true) as HTMLElement;
  copyStyles(node, twin);
  for (const hidden of twin.querySelectorAll('.visually-hidden, [role="tooltip"]')) hidden.remove();
  const { width, height } = sizeOf(node);
  twin.style.width = `${width}px`;
  twin.style.height = `${height}px`;
  return new XMLSerializer().serializeToString(twin);
}

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/**
 * Draws parts of the page into a PNG at twice the screen's resolution, under their title.
 * Works without a network and on plain http. Rejects when the browser can't draw it.
 */
export async function pngOf(nodes: readonly HTMLElement[], { title, subtitle }: Heading): Promise<Blob> {
  const margin = 24;
  const head = 56;
  const palette = document.documentElement.dataset.mode === 'dark' ? palettes.dark : palettes.light;
  const width = Math.max(...nodes.map((node) => sizeOf(node).width)) + 2 * margin;
  const height = nodes.reduce((sum, node) => sum + sizeOf(node).height + 16, head) + margin;
  const font = getComputedStyle(document.body).fontFamily.replace(/"/g, "'");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${palette.ground}"/>
<text x="${margin}" y="32" font-size="16" font-weight="600" fill="${palette.ink}" font-family="${font}">${escapeXml(title)}</text>
<text x="${margin}" y="50" font-size="12" fill="${palette.ink3}" font-family="${font}">${escapeXml(subtitle)}</text>
<foreignObject x="${margin}" y="${head + 8}" width="${width - 2 * margin}" height="${height - head}">
<div xmlns="http://www.w3.org/1999/xhtml" style="color:${palette.ink}">${nodes.map(pictureOf).join('')}</div>
</foreignObject></svg>`;
  const image = await imageOf(svg);
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no canvas');
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser refused to draw the picture'))), 'image/png');
  });
}
