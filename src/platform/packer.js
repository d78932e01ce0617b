onmessage = async ({ data: [module, pack, text] }) => {
  try {
    const unzipped = new Blob([module]).stream().pipeThrough(new DecompressionStream("gzip"));
    const program = await new Response(unzipped).arrayBuffer();
    const packer = (await WebAssembly.instantiate(program, {})).instance.exports;
    const bytes = (at, length) => new Uint8Array(packer.memory.buffer, at >>> 0, length >>> 0);
    const more = new TextEncoder().encode(text);
    const length = pack.length + more.length;
    const room = bytes(packer.dateline_room(length), length);
    room.set(pack);
    room.set(more, pack.length);
    const size = packer.dateline_correct(pack.length);
    const answer = bytes(packer.dateline_answer(), size);
    const rest = answer.slice(1);
    if (answer[0]) postMessage(rest.buffer, [rest.buffer]);
    else postMessage(new TextDecoder().decode(rest));
  } catch (error) {
    postMessage(`${error}`);
  }
};
