// Draws what the module recorded, with WebGL2. It knows triangles and textures, nothing of what they mean.

/** One vertex of Dear ImGui: place, place in the texture, colour. */
const VERTEX_BYTES = 20;
const TEXTURE_AT = 8;
const COLOUR_AT = 16;

/** What an entry of the drawing says, and how many numbers follow it: web/workbench_exports.cpp writes them. */
const Stroke = { makeTexture: 1, changeTexture: 2, dropTexture: 3, useList: 4, triangles: 5 } as const;
const NUMBERS = [0, 4, 7, 1, 4, 8] as const;

const VERTEX_SHADER = `#version 300 es
uniform vec2 size;
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 spot;
layout(location = 2) in vec4 colour;
out vec2 at;
out vec4 tint;
void main() {
  at = spot;
  tint = colour;
  gl_Position = vec4(place.x / size.x * 2.0 - 1.0, 1.0 - place.y / size.y * 2.0, 0.0, 1.0);
}`;

const PIXEL_SHADER = `#version 300 es
precision mediump float;
uniform sampler2D sheet;
in vec2 at;
in vec4 tint;
out vec4 pixel;
void main() { pixel = tint * texture(sheet, at); }`;

function compiled(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  if (!shader) throw new Error("no shader");
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

/** Holds the graphics context's own things: made again from nothing after the context was lost. */
export class Renderer {
  private readonly textures = new Map<number, WebGLTexture>();
  private readonly sizePlace: WebGLUniformLocation | null;
  private readonly vertices: WebGLBuffer | null;
  private readonly indices: WebGLBuffer | null;

  constructor(private readonly gl: WebGL2RenderingContext) {
    const program = gl.createProgram();
    if (!program) throw new Error("no program");
    gl.attachShader(program, compiled(gl, gl.VERTEX_SHADER, VERTEX_SHADER));
    gl.attachShader(program, compiled(gl, gl.FRAGMENT_SHADER, PIXEL_SHADER));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? "not linked");
    gl.useProgram(program);
    this.sizePlace = gl.getUniformLocation(program, "size");
    this.vertices = gl.createBuffer();
    this.indices = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.indices);
    for (const place of [0, 1, 2]) gl.enableVertexAttribArray(place);
    gl.enable(gl.BLEND);
    gl.enable(gl.SCISSOR_TEST);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** `width` and `height` are CSS pixels. */
  draw(memory: ArrayBuffer, strokes: Uint32Array, width: number, height: number): void {
    const { gl } = this;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.uniform2f(this.sizePlace, width, height);
    let at = 0;
    while (at < strokes.length) {
      const stroke = strokes[at] ?? 0;
      const count = NUMBERS[stroke] ?? 0;
      this.follow(stroke, memory, strokes.subarray(at + 1, at + 1 + count));
      at += 1 + count;
    }
  }

  private follow(stroke: number, memory: ArrayBuffer, numbers: Uint32Array): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = numbers;
    const { gl } = this;
    if (stroke === Stroke.makeTexture) {
      this.makeTexture(a, b, c, new Uint8Array(memory, d, b * c * 4));
    } else if (stroke === Stroke.changeTexture) {
      const pixels = new Uint8Array(memory, f, (g * (e - 1) + d) * 4);
      gl.bindTexture(gl.TEXTURE_2D, this.textures.get(a) ?? null);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, g);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, b, c, d, e, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    } else if (stroke === Stroke.dropTexture) {
      gl.deleteTexture(this.textures.get(a) ?? null);
      this.textures.delete(a);
    } else if (stroke === Stroke.useList) {
      gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(memory, a, b), gl.STREAM_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint8Array(memory, c, d), gl.STREAM_DRAW);
    } else if (stroke === Stroke.triangles) {
      this.triangles({ texture: a, left: b, top: c, right: d, bottom: e, count: f, index: g, vertex: h });
    }
  }

  private makeTexture(name: number, width: number, height: number, pixels: Uint8Array): void {
    const { gl } = this;
    const texture = gl.createTexture();
    if (!texture) return;
    this.textures.set(name, texture);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const [parameter, value] of [
      [gl.TEXTURE_MIN_FILTER, gl.LINEAR], [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
      [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE], [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    ] as const) gl.texParameteri(gl.TEXTURE_2D, parameter, value);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  }

  private triangles(what: { texture: number; left: number; top: number; right: number; bottom: number;
                            count: number; index: number; vertex: number }): void {
    const { gl } = this;
    if (what.right <= what.left || what.bottom <= what.top) return;
    gl.scissor(what.left, gl.drawingBufferHeight - what.bottom, what.right - what.left, what.bottom - what.top);
    gl.bindTexture(gl.TEXTURE_2D, this.textures.get(what.texture) ?? null);
    const first = what.vertex * VERTEX_BYTES;
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VERTEX_BYTES, first);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VERTEX_BYTES, first + TEXTURE_AT);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VERTEX_BYTES, first + COLOUR_AT);
    gl.drawElements(gl.TRIANGLES, what.count, gl.UNSIGNED_SHORT, what.index * 2);
  }
}
