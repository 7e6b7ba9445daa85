// AG Grid Community: row grouping is Enterprise -> flat, sorted by type, type as a column.
import { useMemo, useState } from "react";
import { AgGridReact } from "ag-grid-react";
import {
  ModuleRegistry,
  ClientSideRowModelModule,
  RowSelectionModule,
  QuickFilterModule,
  RowApiModule,
  themeQuartz,
} from "ag-grid-community";
import { run } from "./harness.jsx";
ModuleRegistry.registerModules([ClientSideRowModelModule, RowSelectionModule, QuickFilterModule, RowApiModule]);
const none = () => "";
const columnDefs = [
  { field: "name", flex: 2 },
  { field: "type", flex: 1, getQuickFilterText: none },
  { field: "platform", flex: 1, getQuickFilterText: none },
  { field: "mode", flex: 1, getQuickFilterText: none },
];
const rowSelection = { mode: "multiRow", selectAll: "filtered", headerCheckbox: true, checkboxes: true };
const getRowId = (p) => p.data.id;
let cnt = NaN,
  sel = 0;
function App({ items }) {
  const [q, setQ] = useState("");
  return (
    <div>
      <input id="q" value={q} onChange={(e) => setQ(e.target.value)} />
      <div style={{ height: 640 }}>
        <AgGridReact
          theme={themeQuartz}
          rowData={items}
          columnDefs={columnDefs}
          rowSelection={rowSelection}
          getRowId={getRowId}
          rowHeight={36}
          animateRows={false}
          quickFilterText={q}
          cacheQuickFilter
          onModelUpdated={(e) => {
            cnt = e.api.getDisplayedRowCount();
          }}
          onSelectionChanged={(e) => {
            sel = e.api.getSelectedNodes().length;
          }}
        />
      </div>
    </div>
  );
}
run(App, {
  rows: ".ag-row [col-id=name]",
  checks: ".ag-row .ag-selection-checkbox input",
  count: () => cnt,
  sel: () => sel,
  all: ".ag-header-select-all input",
  row: ".ag-row .ag-selection-checkbox input",
});
