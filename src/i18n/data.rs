use super::texts;

texts! {
    placeholder_d: "", "";
}
