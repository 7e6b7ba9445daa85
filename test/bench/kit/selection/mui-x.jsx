// MUI X DataGrid (Community). Row grouping is Premium; page size is capped at 100 in Community -> 100-row pages.
import { useMemo, useState } from "react";
import { DataGrid } from "@mui/x-data-grid";
import { run, textNum } from "./harness.jsx";
const nq = () => null;
const columns = [
  { field: "name", flex: 2 },
  { field: "type", flex: 1, getApplyQuickFilterFn: nq },
  { field: "platform", flex: 1, getApplyQuickFilterFn: nq },
  { field: "mode", flex: 1, getApplyQuickFilterFn: nq },
];
const initialState = { pagination: { paginationModel: { pageSize: 100 } } };
function App({ items }) {
  const [q, setQ] = useState("");
  const filterModel = useMemo(() => ({ items: [], quickFilterValues: q ? [q] : [] }), [q]);
  return (
    <div>
      <input id="q" value={q} onChange={(e) => setQ(e.target.value)} />
      <div style={{ height: 640 }}>
        <DataGrid
          rows={items}
          columns={columns}
          checkboxSelection
          disableRowSelectionOnClick
          rowHeight={36}
          initialState={initialState}
          pageSizeOptions={[100]}
          filterModel={filterModel}
        />
      </div>
    </div>
  );
}
run(App, {
  rows: ".MuiDataGrid-row [data-field=name]",
  checks: ".MuiDataGrid-row input[type=checkbox]",
  count: () => {
    const t = document.querySelector(".MuiTablePagination-displayedRows")?.textContent ?? "";
    return +t.split(" of ").pop().replace(/\D/g, "");
  },
  sel: () => {
    const t = document.querySelector(".MuiDataGrid-selectedRowCount")?.textContent;
    return t ? +t.replace(/\D/g, "") : 0;
  },
  all: ".MuiDataGrid-columnHeaderCheckbox input",
  row: ".MuiDataGrid-row input[type=checkbox]",
});
