// antd Table virtual, tree rows (group -> items), all expanded.
import { useMemo, useState } from "react";
import Table from "antd/es/table";
import { run, textNum } from "./harness.jsx";
import { TYPES } from "./items.js";
const columns = [
  {
    title: "Name",
    dataIndex: "name",
    width: 420,
    render: (v, r) => (r.children ? <b>{v}</b> : <span className="nm">{v}</span>),
  },
  { title: "Platform", dataIndex: "platform", width: 120 },
  { title: "Mode", dataIndex: "mode", width: 140 },
];
const keys = TYPES.map((t) => "g-" + t),
  scroll = { y: 560, x: 700 },
  expandable = { expandedRowKeys: keys, showExpandColumn: false };
function App({ items }) {
  const [q, setQ] = useState(""),
    [sel, setSel] = useState([]);
  const shown = useMemo(() => {
    const s = q.toLowerCase();
    return s ? items.filter((x) => x.name.toLowerCase().includes(s)) : items;
  }, [items, q]);
  const data = useMemo(() => {
    const m = new Map(TYPES.map((t) => [t, []]));
    for (const x of shown) m.get(x.type).push(x);
    return [...m].filter((g) => g[1].length).map(([t, children]) => ({ id: "g-" + t, name: t, children }));
  }, [shown]);
  const nSel = useMemo(() => sel.filter((k) => k.startsWith("item")).length, [sel]);
  const rowSelection = useMemo(
    () => ({ selectedRowKeys: sel, onChange: setSel, checkStrictly: false, columnWidth: 48 }),
    [sel],
  );
  return (
    <div>
      <input id="q" value={q} onChange={(e) => setQ(e.target.value)} />
      <output id="count">{shown.length}</output> <output id="sel">{nSel}</output>
      <Table
        virtual
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={data}
        pagination={false}
        scroll={scroll}
        expandable={expandable}
        rowSelection={rowSelection}
      />
    </div>
  );
}
run(App, {
  rows: ".nm",
  checks: ".ant-table-row:has(.nm) input[type=checkbox]",
  count: () => textNum("#count"),
  sel: () => textNum("#sel"),
  all: ".ant-table-thead input[type=checkbox]",
  row: ".ant-table-row:has(.nm) input[type=checkbox]",
});
