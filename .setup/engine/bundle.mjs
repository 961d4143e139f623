// Joins what the museum uses of three.js into one module, from the library's own sources, leaving out the shaders and
// passes that nothing here switches on (shadows, fog, skins, transmission, materials other than basic and standard).
// Usage: node bundle.mjs ENTRY TARGET
import { build } from "esbuild";

const [entryPoint, target] = process.argv.slice(2);

const EMPTY_CHUNKS =
  /ShaderChunk\/(shadowmap|shadowmask|transmission|iridescence|clearcoat|lightprobes|morph|skin|displacementmap|gradientmap|dithering|fog|logdepthbuf|lightmap|bumpmap|specularmap|lights_toon|lights_phong|lights_lambert)\w*\.glsl\.js$/;
const EMPTY_SHADERS = /ShaderLib\/(meshtoon|meshmatcap|meshphong|meshlambert|meshnormal|points|sprite|linedashed|distance\w*|depth|shadow|background\w*)\.glsl\.js$/;
const SHADOW_MAP = /renderers\/webgl\/WebGLShadowMap\.js$/;

const stub = (contents) => () => ({ contents, loader: "js" });

await build({
  entryPoints: [entryPoint],
  outfile: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "eof",
  logLevel: "warning",
  plugins: [
    {
      name: "only what the museum switches on",
      setup(work) {
        work.onResolve({ filter: /^three$/ }, () => work.resolve("three/src/Three.js", { kind: "import-statement", resolveDir: process.cwd() }));
        work.onLoad({ filter: EMPTY_CHUNKS }, stub('export default "";'));
        work.onLoad({ filter: EMPTY_SHADERS }, stub('export const vertex = "", fragment = "";'));
        work.onLoad({ filter: SHADOW_MAP }, stub("export class WebGLShadowMap { enabled = false; autoUpdate = false; needsUpdate = false; type = 1; render() {} }"));
      },
    },
  ],
});
