//! A map and a set as one sorted list. The standard library's trees are compiled anew for every
//! pair of types, 7 KB each, and a list is read faster. Inserting one by one moves what lies behind:
//! many at once are handed to [`Extend`], which sorts.

use std::borrow::Borrow;

use serde::ser::{Serialize, Serializer};

use crate::order::sort_by;

/// Keys with their values, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<K, V> {
    items: Vec<(K, V)>,
}

/// Keys in their order, each once.
pub type SortedSet<K> = SortedMap<K, ()>;

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> SortedMap<K, V> {
    pub const fn new() -> Self {
        SortedMap { items: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.items.iter().map(|(key, value)| (key, value))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.items.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.items.iter().map(|(_, value)| value)
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.items.iter_mut().map(|(_, value)| value)
    }

    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.items.into_iter().map(|(_, value)| value)
    }

    pub fn retain(&mut self, mut keeps: impl FnMut(&K, &V) -> bool) {
        self.items.retain(|(key, value)| keeps(key, value));
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.items.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| &self.items[place].1)
    }

    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| &mut self.items[place].1)
    }

    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Puts a value in place of what the key had, which is returned.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.items[place].1, value)),
            Err(place) => {
                self.items.insert(place, (key, value));
                None
            }
        }
    }

    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| self.items.remove(place).1)
    }

    /// The key's value, made if there is none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = match self.find(&key) {
            Ok(place) => place,
            Err(place) => {
                self.items.insert(place, (key, make()));
                place
            }
        };
        &mut self.items[place].1
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    /// However many: in order they are only appended, otherwise all is sorted once. The last of
    /// equal keys stays.
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, items: I) {
        self.items.extend(items);
        if self.items.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            return;
        }
        sort_by(&mut self.items, |(a, _), (b, _)| a.cmp(b));
        self.items.dedup_by(|later, kept| {
            let is_same = later.0 == kept.0;
            if is_same {
                std::mem::swap(later, kept);
            }
            is_same
        });
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut map = SortedMap::new();
        map.extend(items);
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for SortedMap<K, V> {
    fn from(items: [(K, V); N]) -> Self {
        items.into_iter().collect()
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_their_order_and_the_last_value_stays() {
        let mut map: SortedMap<u8, &str> = [(3, "c"), (1, "a"), (2, "b"), (1, "z")].into();
        assert_eq!(map.iter().collect::<Vec<_>>(), [(&1, &"z"), (&2, &"b"), (&3, &"c")]);
        assert_eq!(map.insert(2, "y"), Some("b"));
        assert_eq!(map.insert(0, "o"), None);
        assert_eq!(map.remove(&3), Some("c"));
        assert_eq!(map.remove(&3), None);
        assert_eq!(map.keys().copied().collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!((map.get(&2), map.get(&3)), (Some(&"y"), None));
        assert_eq!(map.keys().next_back(), Some(&2));
        *map.get_or_insert_with(9, || "n") = "m";
        assert_eq!(map.get_or_insert_with(9, || "not made"), &"m");
    }

    #[test]
    fn it_is_stored_as_json_s_own_map() {
        let map: SortedMap<String, u8> = [("b".to_owned(), 2), ("a".to_owned(), 1)].into();
        let text = serde_json::to_string(&map).unwrap();
        assert_eq!(text, r#"{"a":1,"b":2}"#);
        assert_eq!(serde_json::from_str::<SortedMap<String, u8>>(&text).unwrap(), map);
        assert!(serde_json::from_str::<SortedMap<String, u8>>("[]").is_err());
    }
}
