// Words on the walls, drawn by the browser so that every script is shaped as on the page.
import { CanvasTexture, LinearMipmapLinearFilter, RepeatWrapping, SRGBColorSpace } from "../../vendor/three/three.js";

function canvas(width, height) {
  const made = document.createElement("canvas");
  made.width = width;
  made.height = height;
  return made;
}

export function textureOf(source) {
  const texture = new CanvasTexture(source);
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.anisotropy = 4;
  return texture;
}

const family = (kind) => getComputedStyle(document.documentElement).getPropertyValue(`--${kind}`).trim() || "serif";
const rtl = () => document.documentElement.dir === "rtl";

/** Write `text` in lines no wider than `width` from `y` down; answers the y below the last line. */
function paragraph(pen, text, x, y, width, leading, most = Infinity) {
  let line = "";
  let lines = 0;
  const put = (words) => {
    lines += 1;
    pen.fillText(lines === most && words !== line ? `${words} …` : words, x, y);
    y += leading;
  };
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) {
      if (lines + 1 >= most) {
        put(`${line} …`);
        return y;
      }
      put(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line) {
    put(line);
  }
  return y;
}

function prepare(pen, ink) {
  pen.fillStyle = ink;
  pen.textBaseline = "top";
  pen.direction = rtl() ? "rtl" : "ltr";
  pen.textAlign = "start";
}

/** A wall text or text panel: a title and paragraphs, as large as they fit; `ground` for a board, none for letters on the wall. */
export function panel(title, paragraphs, { ink, ground = "", width = 1024, height = 853 }) {
  const board = canvas(width, height);
  const pen = board.getContext("2d");
  const tall = rtl() ? 1.6 : 1.32;
  for (let size = width / 17; size > width / 60; size *= 0.94) {
    pen.clearRect(0, 0, width, height);
    if (ground) {
      pen.fillStyle = ground;
      pen.fillRect(0, 0, width, height);
    }
    prepare(pen, ink);
    const pad = width * (ground ? 0.07 : 0.02);
    const x = rtl() ? width - pad : pad;
    pen.font = `400 ${size * 1.75}px ${family("display") || family("serif")}`;
    let y = paragraph(pen, title, x, pad, width - 2 * pad, size * 1.75 * (rtl() ? 1.35 : 1.1)) + size * 0.6;
    pen.font = `400 ${size}px ${family("reading") || family("serif")}`;
    for (const text of paragraphs) {
      y = paragraph(pen, text, x, y, width - 2 * pad, size * tall) + size * 0.5;
    }
    if (y < height - pad * 0.5) {
      break;
    }
  }
  return textureOf(board);
}

/** One line of large letters, eight times as wide as high or as `shape` says: the head of a door, the number of a room. */
export function sign(text, ink, shape = 8) {
  const [width, height] = shape < 2 ? [256, 256 / shape] : [1024, 1024 / shape];
  const board = canvas(width, height);
  const pen = board.getContext("2d");
  prepare(pen, ink);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  let size = height * (shape < 2 ? 0.95 : 0.5);
  do {
    pen.font = `400 ${size}px ${family("serif")}`;
    size *= 0.9;
  } while (pen.measureText(text).width > width * 0.97 && size > 12);
  pen.fillText(text, width / 2, height / 2);
  return textureOf(board);
}

const CARD = [256, 176];

/** The labels of a room on one sheet, and where each stands on it: `{ texture, uv(k) }`. */
export function labels(works, { ink, ground }) {
  const columns = 4;
  const rows = Math.max(Math.ceil(works.length / columns), 1);
  const sheet = canvas(columns * CARD[0], rows * CARD[1]);
  const pen = sheet.getContext("2d");
  works.forEach((work, k) => {
    const [left, top] = [(k % columns) * CARD[0], Math.floor(k / columns) * CARD[1]];
    pen.fillStyle = ground;
    pen.fillRect(left, top, CARD[0], CARD[1]);
    prepare(pen, ink);
    const x = rtl() ? left + CARD[0] - 16 : left + 16;
    pen.font = `400 30px ${family("serif")}`;
    pen.fillText(work.number, x, top + 12);
    pen.font = `400 21px ${family("serif")}`;
    const below = paragraph(pen, work.name, x, top + 52, CARD[0] - 32, rtl() ? 30 : 25, 3);
    pen.font = `400 17px ${family("sans")}`;
    paragraph(pen, work.facts, x, Math.max(below + 4, top + 132), CARD[0] - 32, 20, 1);
  });
  const [w, h] = [sheet.width, sheet.height];
  return {
    texture: textureOf(sheet),
    uv(k) {
      const [left, top] = [(k % columns) * CARD[0], Math.floor(k / columns) * CARD[1]];
      return [left / w, 1 - (top + CARD[1]) / h, (left + CARD[0]) / w, 1 - top / h];
    },
  };
}

/** Boards of oak, one repeat of 2.4 m; the same in every room. */
export function oak(dark) {
  const board = canvas(512, 512);
  const pen = board.getContext("2d");
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const rows = 12;
  const tall = 512 / rows;
  const plank = (x, y, long, hue, light, grain) => {
    pen.fillStyle = `hsl(${hue} 30% ${light}%)`;
    pen.fillRect(x, y, long, tall);
    pen.strokeStyle = "rgb(60 40 20 / 6%)";
    for (const [at, bend] of grain) {
      pen.beginPath();
      pen.moveTo(x, y + at);
      pen.bezierCurveTo(x + long / 3, y + at + bend, x + long / 2, y + at - bend, x + long, y + at);
      pen.stroke();
    }
    pen.strokeStyle = "rgb(30 18 8 / 45%)";
    pen.strokeRect(x, y, long, tall);
  };
  for (let row = 0; row < rows; row += 1) {
    const start = random() * 512;
    for (let x = start; x < start + 512 - 1; ) {
      const long = Math.min(150 + random() * 150, start + 512 - x);
      const look = [33 + random() * 3, (dark ? 31 : 52) + random() * 5, [0, 0, 0, 0].map(() => [random() * tall, random() * 4 - 2])];
      // A board that crosses the edge goes on at the other, so that the floor has no seam.
      plank(x, row * tall, long, ...look);
      plank(x - 512, row * tall, long, ...look);
      x += long;
    }
  }
  const texture = textureOf(board);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  return texture;
}

/** Lime plaster: a fine grain, lighter and darker by a little, so that a lit wall is a wall and not a screen. */
export function plaster() {
  const side = 256;
  const board = canvas(side, side);
  const pen = board.getContext("2d");
  const picture = pen.createImageData(side, side);
  let seed = 11;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  // Grain in two sizes: a trowel's, on a coarse net that closes on itself, and a sand's.
  const net = 16;
  const coarse = Array.from({ length: net * net }, random);
  const smooth = (t) => t * t * (3 - 2 * t);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [u, v] = [(x * net) / side, (y * net) / side];
      const [i, j] = [Math.floor(u), Math.floor(v)];
      const [a, b] = [smooth(u - i), smooth(v - j)];
      const at = (p, q) => coarse[((j + q) % net) * net + ((i + p) % net)];
      const trowel = (at(0, 0) * (1 - a) + at(1, 0) * a) * (1 - b) + (at(0, 1) * (1 - a) + at(1, 1) * a) * b;
      const light = 255 - 10 * trowel - 13 * random();
      picture.data.set([light, light, light, 255], (y * side + x) * 4);
    }
  }
  pen.putImageData(picture, 0, 0);
  const texture = textureOf(board);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  return texture;
}

/** A soft-edged darkness, for what stands before a wall or on a floor. */
export function shade() {
  const board = canvas(64, 64);
  const pen = board.getContext("2d");
  pen.filter = "blur(7px)";
  pen.fillStyle = "#000";
  pen.fillRect(14, 14, 36, 36);
  return textureOf(board);
}

/** The theme's frieze, one repeat, in `ink`; resolves to `{ texture, aspect }` or null where there is none. */
export async function frieze(svg, ink) {
  if (!svg) {
    return null;
  }
  const copy = svg.cloneNode(true);
  const [, , wide, high] = copy.getAttribute("viewBox").split(/[\s,]+/).map(Number);
  copy.setAttribute("width", 512);
  copy.setAttribute("height", Math.round((512 * high) / wide));
  copy.setAttribute("color", ink);
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  const board = canvas(512, 256);
  board.getContext("2d").drawImage(picture, 0, 0, 512, 256);
  const texture = textureOf(board);
  texture.wrapS = RepeatWrapping;
  return { texture, aspect: wide / high };
}
