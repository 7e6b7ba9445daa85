import { useRef, useState } from "react";
import {
  useTable,
  tableFeatures,
  columnFilteringFeature,
  globalFilteringFeature,
  createFilteredRowModel,
  filterFn_includesString,
  columnGroupingFeature,
  createGroupedRowModel,
  rowExpandingFeature,
  createExpandedRowModel,
  rowSelectionFeature,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { run, textNum } from "./harness.jsx";
const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  filterFns: { includesString: filterFn_includesString },
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
  rowSelectionFeature,
});
const columns = [
  { accessorKey: "name", id: "name" },
  { accessorKey: "type", id: "type", enableGlobalFilter: false },
  { accessorKey: "platform", id: "platform", enableGlobalFilter: false },
  { accessorKey: "mode", id: "mode", enableGlobalFilter: false },
];
const getRowId = (r) => r.id,
  grouping = ["type"];
function App({ items }) {
  const [globalFilter, setQ] = useState(""),
    [rowSelection, setSel] = useState({});
  const table = useTable({
    features,
    columns,
    data: items,
    getRowId,
    globalFilterFn: "includesString",
    getColumnCanGlobalFilter: (c) => c.id === "name",
    state: { globalFilter, rowSelection, grouping, expanded: true },
    onGlobalFilterChange: setQ,
    onRowSelectionChange: setSel,
  });
  const rows = table.getRowModel().rows,
    ref = useRef(null);
  const v = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => 36,
    overscan: 4,
    getItemKey: (i) => rows[i].id,
  });
  const nSel = Object.keys(rowSelection).length;
  return (
    <div>
      <input id="q" value={globalFilter} onChange={(e) => table.setGlobalFilter(e.target.value)} />
      <label>
        <input
          id="all"
          type="checkbox"
          checked={nSel > 0 && table.getIsAllRowsSelected()}
          onChange={(e) => table.toggleAllRowsSelected(e.target.checked)}
        />
        all
      </label>
      <output id="count">{table.getFilteredRowModel().rows.length}</output> <output id="sel">{nSel}</output>
      <div ref={ref} className="vp" style={{ height: 600, overflow: "auto" }}>
        <div style={{ height: v.getTotalSize(), position: "relative" }}>
          {v.getVirtualItems().map((vi) => {
            const r = rows[vi.index];
            return r.getIsGrouped() ? (
              <div key={vi.key} className="r g" style={{ transform: `translateY(${vi.start}px)` }}>
                {String(r.getValue("type"))}
              </div>
            ) : (
              <div key={vi.key} className="r" role="row" style={{ transform: `translateY(${vi.start}px)` }}>
                <label>
                  <input type="checkbox" checked={r.getIsSelected()} onChange={r.getToggleSelectedHandler()} />
                  <span className="nm">{r.getValue("name")}</span>
                </label>
                <span>{r.getValue("platform")}</span>
                <span>{r.getValue("mode")}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
run(App, {
  rows: ".nm",
  checks: ".r input",
  count: () => textNum("#count"),
  sel: () => textNum("#sel"),
  all: "#all",
  row: ".r:not(.g) input",
});
