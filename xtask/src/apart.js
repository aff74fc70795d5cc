// The second part shares the first one's memory and table, and puts its functions into the table.
async function fetchRest() {
    const answer = await fetch(new URL('REST', import.meta.url));
    if (!answer.ok) throw new Error(`REST: ${answer.status}`);
    const streams = answer.headers.get('Content-Type') === 'application/wasm';
    const module = await (streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer()));
    const shared = WebAssembly.Module.imports(module).map(({ name }) => [name, wasm[name]]);
    await WebAssembly.instantiate(module, { __wasm_split: Object.fromEntries(shared) });
}
const import1 = {
    __wasm_split_load_rest(callback, data) {
        const tell = (success) => wasm.__indirect_function_table.get(callback)(data, success);
        fetchRest().then(() => tell(true), (trouble) => { console.warn(trouble); tell(false); });
    },
};
