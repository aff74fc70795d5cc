// Tables as people paste them.

/** A row by the columns' names; what is left out stays empty. */
export type Row = Record<string, string | number>;

/** Tab-separated text with a header, as copied from a sheet. */
export function table(rows: Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join('\t'));
  return [columns.join('\t'), ...lines].join('\n');
}

/** Professional hours from a class. */
export function professional(year: number, hours: number, more: Row = {}): Row {
  const title = `专业培训 ${year}`;
  return { 归属年度: year, 项目名称: title, 科目类别: '专业科目', 途径: '培训活动', 结束日期: `${year}-06-15`, 学时: hours, 考核结果: '合格', ...more };
}

/** Public hours, passed on one of the four bases unless told otherwise. */
export function publicStudy(year: number, hours: number, more: Row = {}): Row {
  const title = `公需学习 ${year}`;
  return { 归属年度: year, 项目名称: title, 科目类别: '公需科目', 途径: '安徽大学', 结束日期: `${year}-07-01`, 学时: hours, 考核结果: '合格', ...more };
}
