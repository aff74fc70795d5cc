use super::texts;

texts! {
    placeholder_r: "", "";
}
