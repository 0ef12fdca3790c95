"""What the command line says about itself: examples, columns, notes."""

from __future__ import annotations

ABOUT = "Who commissioned NHS care in England, who answered to whom, and who became whom."
EXAMPLES = """\
examples
  python -m explorer counts    --on 2013-04-01
  python -m explorer snapshot  --on 2013-04-01 --kind clinical_commissioning_group
  python -m explorer snapshot  --on 2013-04-01 --under Q44 --format csv
  python -m explorer diff      --from 2013-03-31 --to 2013-04-01
  python -m explorer diff      --from 1999-04-01 --to 2013-04-01 --stepwise
  python -m explorer lineage   08F --back 2 --forward 1
  python -m explorer story     5PD
  python -m explorer crosswalk --from 2012-04-01 --to 2026-04-01 \\
                               --kind primary_care_trust --to-kind integrated_care_board
  python -m explorer search    "Nene"
  python -m explorer ledger
  python -m explorer plans     --subject nhs-england
  python -m explorer holds     --function specialised-services --on 2014-04-01
  python -m explorer sources   08F
  python -m explorer check     datasets/template

files
  `python -m explorer export --help` tells how to write drawings, tables, graphs and the record

formats
  --format table   for the eye: sentences, and a table with long cells cut short (the usual one)
  --format csv     every row and column of the answer, under the keys that `VERB --help` lists
  --format json    the same rows, or one object where `VERB --help` says so
  CSV and JSON are UTF-8 and stable, and nothing else is printed beside them. Dates are those of the
  record (2013-04-01, 2013-04 or 2013); `closed` and `to` are last days. Unknown is null in JSON and
  blank in CSV. To a spreadsheet the code 5E1 is a number: import ids and codes as text.

status
  0   the answer was printed
  2   something is wrong: the message on standard error says what, where and what was wanted
"""

BODY = "id,name,kind,opened,closed,ods_code,source_id"
ARC = "from_id,from_name,to_id,to_name,date,kind,line,share,basis,confidence,event_id,source_id"
CHANGES = "change,id,name,kind,date,what,before,after,uncertain,source_id"
COLUMNS = {  # by verb: the keys of its CSV; a test compares them with what is printed
    "counts": "kind,count,uncertain,group",
    "snapshot": f"{BODY},name_type,legal_name,region,parent_ids,certain",
    "diff": CHANGES,
    "lineage": ARC,
    "story": "paragraph,sentence,source_id",
    "crosswalk": "from_id,from_name,to_id,to_name,weight,basis,status,line,hops,unmapped,note,"
    "source_id",
    "search": f"{BODY},title,matched,field,score,approximate,closed_note,caution",
    "ledger": "kind,date,ours,published,gap,reason,why,scope,measure,uncertain,count_id,source_id",
    "plans": "milestone_id,plan_id,subject_type,subject_id,subject,what,published,planned_from,"
    "planned,actual,verdict,slip_months,slip_days,uncounted,note,source_id,actual_source_id",
    "holds": "function_id,function,holder_type,holder_id,holder,role,from,to,basis,certain,gap,"
    "note,source_id",
    "sources": "source_id,title,publisher,date,url,licence,facts,supports",
    "check": "file,line,column,message",
}
OBJECTS = {  # by verb: the keys of its JSON, where that is one object
    "diff": "from, to, kind, opened, closed, continued, renamed, moved, recoded, transferred, "
    "events, balance, first_seen, last_seen, lived_between, uncertain; with --stepwise also steps",
    "lineage": "organisation, lines, organisations, successions",
    "story": "organisation, title, paragraphs, sources",
}
NOTES = {
    "counts": "One row for each exact kind. Rows with `group` add the kinds counted with it, such "
    "as care trusts with primary care trusts. `uncertain` of the number may not have existed.",
    "snapshot": "--under keeps a body with everything above and below it on that day.",
    "diff": "Changes after --from and up to --to count; the later day may come first. In CSV "
    "`change` is opened, closed, lived_between, renamed, moved, recoded or transferred; the bodies "
    "that went on are in the JSON.",
    "lineage": "BODY is an id, a code or a name. CSV holds the successions, or with --rows "
    "organisations the relatives (role, generation, line, collapsed).",
    "story": "What the body was, where it came from and what became of it; numbers in brackets "
    "point to the sources.",
    "crosswalk": "`weight` is the fraction of the first body in the second; unknown where a share "
    "on the way is not stated. `status` is mapped, partial, unknown_share, no_successor or "
    "wrong_kind.",
    "search": "Any name, former name, code, acronym or place. `approximate` hits fit only with a "
    "typing error.",
    "ledger": "`gap` is ours less published; unknown where the two do not count the same thing.",
    "plans": "`slip_months` runs from the first day planned to what happened, below 0 if early; "
    "`uncounted` says why there is none.",
    "holds": "FUNCTION is an id, a name or a name with hyphens. A row with `gap` has no holder: "
    "not_yet, no_holder or no_responsible.",
    "sources": "Every source of a fact about the body, and where sources differ about it.",
    "check": "Validates a data package and lists every fault; status 2 if there is any.",
}
