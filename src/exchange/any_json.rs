//! Any JSON at all, and any change of a sound file, for the tests of what is read from outside.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

/// A tree of values under the names that a format knows, among them words that mean something in it.
pub fn any_json(names: &'static [&str], words: &'static [&str]) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "-?[1-9][0-9]{0,8}[.][0-9]{1,3}(e-?[0-9]{1,2})?".prop_map(|number| number.parse().expect("a number")),
        "\\PC{0,12}".prop_map(Value::from),
        select(words).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        let name = prop_oneof![9 => select(names).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((name, inner), 0..8)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

/// What is done to one place of a file.
#[derive(Clone, Debug)]
pub enum Damage {
    Replace(Value),
    Remove,
    /// Another member of an object, a second time in a list.
    Add(Value),
}

pub fn any_damage(json: impl Strategy<Value = Value> + Clone) -> impl Strategy<Value = (Index, Damage)> {
    let damage = prop_oneof![
        json.clone().prop_map(Damage::Replace),
        Just(Damage::Remove),
        json.prop_map(Damage::Add),
    ];
    (any::<Index>(), damage)
}

/// The value with one place of it changed.
pub fn damaged(mut value: Value, (at, damage): (Index, Damage)) -> Value {
    let mut places = Vec::new();
    pointers(&value, "", &mut places);
    let place = at.get(&places);
    match damage {
        Damage::Replace(other) => *value.pointer_mut(place).expect("a place of it") = other,
        Damage::Remove => match place.rsplit_once('/') {
            None => value = Value::Null,
            Some((above, name)) => match value.pointer_mut(above).expect("a place above") {
                Value::Object(members) => {
                    drop(members.remove(&name.replace("~1", "/").replace("~0", "~")));
                }
                Value::Array(items) => drop(items.remove(name.parse().expect("a number"))),
                _ => unreachable!("only lists and objects have places in them"),
            },
        },
        Damage::Add(other) => match value.pointer_mut(place).expect("a place of it") {
            Value::Object(members) => drop(members.insert("more".into(), other)),
            Value::Array(items) => {
                items.extend(items.first().cloned());
                items.push(other);
            }
            leaf => *leaf = other,
        },
    }
    value
}

/// Every place of a value, as JSON pointers (RFC 6901).
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(inner, &format!("{at}/{name}"), found);
            });
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, inner)| pointers(inner, &format!("{at}/{n}"), found));
        }
        _ => {}
    }
}
