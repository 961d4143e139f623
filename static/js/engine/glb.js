// Reads a glTF 2.0 binary as the museum accepts it at upload (museum/assets/gltf.py): self-contained, without extensions,
// without animation. three.js's own loader reads everything and weighs as much as a room with all its pictures.
// https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Group,
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  Mesh,
  MeshStandardMaterial,
  RepeatWrapping,
  SRGBColorSpace,
  Texture,
} from "../../vendor/three/three.js";

const ARRAYS = { 5120: Int8Array, 5121: Uint8Array, 5122: Int16Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array };
const PARTS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };
const NAMES = { POSITION: "position", NORMAL: "normal", TEXCOORD_0: "uv", COLOR_0: "color" };
const TRIANGLES = 4;
// Pixels that all textures of a model hold together: with their smaller copies 64 MB of a telephone's graphics.
const TEXTURES_AREA = (3 / 4) * (64 * 2 ** 20) / 4;

/**
 * The model in a .glb file as a Group in metres, y up; its textures at most `most` pixels a side, and
 * smaller where it has many. `plain` leaves metal out,
 * which is black where nothing is mirrored in it, and its map; `metal` weakens it. Rejects where it cannot be read.
 */
export async function readGlb(buffer, { most = 2048, plain = false, metal = 1 } = {}) {
  const view = new DataView(buffer);
  if (view.getUint32(0, true) !== 0x46546c67 || view.getUint32(4, true) !== 2) {
    throw new TypeError("not a glTF 2.0 binary");
  }
  const size = view.getUint32(12, true);
  const graph = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 20, size)));
  const binary = 20 + size + 8;
  const side = Math.min(most, Math.floor(Math.sqrt(TEXTURES_AREA / Math.max(graph.textures?.length ?? 0, 1))));

  const bytesOf = (number) => {
    const { byteOffset = 0, byteLength } = graph.bufferViews[number];
    return new Uint8Array(buffer, binary + byteOffset, byteLength);
  };

  const attribute = (number) => {
    const accessor = graph.accessors[number];
    const Kind = ARRAYS[accessor.componentType];
    const width = PARTS[accessor.type];
    const stride = graph.bufferViews[accessor.bufferView].byteStride || width * Kind.BYTES_PER_ELEMENT;
    const bytes = bytesOf(accessor.bufferView);
    const start = bytes.byteOffset + (accessor.byteOffset || 0);
    const values = new Kind(accessor.count * width);
    if (stride === width * Kind.BYTES_PER_ELEMENT) {
      values.set(new Kind(buffer.slice(start, start + values.byteLength)));
    } else {
      for (let k = 0; k < accessor.count; k += 1) {
        const from = start + k * stride;
        values.set(new Kind(buffer.slice(from, from + width * Kind.BYTES_PER_ELEMENT)), k * width);
      }
    }
    return new BufferAttribute(values, width, accessor.normalized === true);
  };

  const textures = new Map();
  const texture = async (info, colour) => {
    const key = `${info.index} ${colour}`;
    if (!textures.has(key)) {
      textures.set(key, makeTexture(graph, bytesOf, info.index, colour, side));
    }
    return textures.get(key);
  };

  const material = async (number) => {
    const source = graph.materials?.[number] ?? {};
    const pbr = source.pbrMetallicRoughness ?? {};
    const made = new MeshStandardMaterial({
      metalness: plain ? 0 : (pbr.metallicFactor ?? 1) * metal,
      roughness: plain ? 0.7 : (pbr.roughnessFactor ?? 1),
      transparent: source.alphaMode === "BLEND",
      alphaTest: source.alphaMode === "MASK" ? (source.alphaCutoff ?? 0.5) : 0,
    });
    const [red, green, blue, alpha] = pbr.baseColorFactor ?? [1, 1, 1, 1];
    made.color.setRGB(red, green, blue);
    made.opacity = alpha;
    if (source.emissiveFactor) {
      made.emissive.setRGB(...source.emissiveFactor);
    }
    if (source.doubleSided) {
      made.side = DoubleSide;
    }
    if (pbr.baseColorTexture) {
      made.map = await texture(pbr.baseColorTexture, true);
    }
    if (pbr.metallicRoughnessTexture && !plain) {
      made.roughnessMap = made.metalnessMap = await texture(pbr.metallicRoughnessTexture, false);
    }
    if (source.normalTexture) {
      made.normalMap = await texture(source.normalTexture, false);
    }
    if (source.emissiveTexture) {
      made.emissiveMap = await texture(source.emissiveTexture, true);
    }
    return made;
  };

  const materials = await Promise.all((graph.materials ?? [{}]).map((_, number) => material(number)));
  const usual = materials[0];

  const build = (number) => {
    const node = graph.nodes[number];
    const group = new Group();
    if (node.matrix) {
      new Matrix4().fromArray(node.matrix).decompose(group.position, group.quaternion, group.scale);
    } else {
      group.position.fromArray(node.translation ?? [0, 0, 0]);
      group.quaternion.fromArray(node.rotation ?? [0, 0, 0, 1]);
      group.scale.fromArray(node.scale ?? [1, 1, 1]);
    }
    for (const part of graph.meshes?.[node.mesh]?.primitives ?? []) {
      if ((part.mode ?? TRIANGLES) !== TRIANGLES) {
        continue;
      }
      const geometry = new BufferGeometry();
      for (const [name, accessor] of Object.entries(part.attributes)) {
        if (NAMES[name]) {
          geometry.setAttribute(NAMES[name], attribute(accessor));
        }
      }
      if (part.indices !== undefined) {
        geometry.setIndex(attribute(part.indices));
      }
      if (!geometry.getAttribute("normal")) {
        geometry.computeVertexNormals();
      }
      group.add(new Mesh(geometry, materials[part.material] ?? usual));
    }
    for (const child of node.children ?? []) {
      group.add(build(child));
    }
    return group;
  };

  const root = new Group();
  for (const number of graph.scenes[graph.scene ?? 0].nodes) {
    root.add(build(number));
  }
  return root;
}

async function makeTexture(graph, bytesOf, number, colour, most) {
  const source = graph.images[graph.textures[number].source];
  const blob = new Blob([bytesOf(source.bufferView)], { type: source.mimeType });
  const options = { premultiplyAlpha: "none", colorSpaceConversion: "none" };
  let picture = await createImageBitmap(blob, options);
  if (Math.max(picture.width, picture.height) > most) {
    const shrink = most / Math.max(picture.width, picture.height);
    const whole = picture;
    picture = await createImageBitmap(whole, {
      ...options,
      resizeWidth: Math.round(whole.width * shrink),
      resizeHeight: Math.round(whole.height * shrink),
      resizeQuality: "high",
    });
    whole.close();
  }
  const texture = new Texture(picture);
  texture.flipY = false;
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  if (colour) {
    texture.colorSpace = SRGBColorSpace;
  }
  texture.needsUpdate = true;
  return texture;
}
