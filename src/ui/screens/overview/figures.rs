//! The amounts as a plain list: the table twin of the bars.

use crate::ui::view::prelude::*;

use super::Which;
use crate::report::YearView;
use crate::rules::Hours;
use crate::ui::session::lang;

pub fn amounts(view: &YearView, which: Which) -> AnyView {
    let lang = lang();
    let assessment = &view.assessment;
    let needs = assessment.needs;
    let after_year = assessment.today > assessment.rule.year.last_day();
    let any = if after_year { lang.need_any_now_public() } else { lang.need_any() };
    let amount = |id: &str, name: &'static str, hours: Hours, missing: bool| {
        let class = if missing && !hours.is_zero() { "amount missing" } else { "amount" };
        view! {
            <div class=class>
                <dt>{name}</dt>
                <dd data-testid=which.id(id) data-value=hours.to_string()>{hours.to_string()}</dd>
            </div>
        }
    };
    view! {
        <dl class="amounts" aria-label=lang.facts_title()>
            {amount("fact-professional", lang.fact_professional(), assessment.counted.professional, false)}
            {amount("fact-public", lang.fact_public(), assessment.counted.public, false)}
            {amount("fact-transfer", lang.fact_transfer(), assessment.transfer, false)}
            {amount("fact-total", lang.fact_total(), assessment.total, false)}
            {amount("fact-uncounted", lang.fact_uncounted(), assessment.uncounted, false)}
            {amount("fact-planned", lang.fact_planned(), assessment.planned, false)}
            {amount("need-professional", lang.need_professional(), needs.professional, true)}
            {amount("need-public", lang.need_public(), needs.public, true)}
            {amount("need-any", any, needs.any, true)}
        </dl>
    }
    .into_any()
}
