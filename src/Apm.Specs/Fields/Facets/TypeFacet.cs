namespace Apm.Specs;

/// <summary><c>type</c>: what the value of a field is. <see cref="FieldTypeReader"/> reads it, because <c>const</c> stands in its place.</summary>
internal sealed class TypeFacet() : Facet("type", Words([.. s_types.Select(type => Id(type.Type)).Where(id => id != "const")]))
{
    // In the order in which messages and editors list them.
    private static readonly (FieldType Type, string Description)[] s_types =
    [
        (FieldType.String, "A text."),
        (FieldType.Enum, "One of the values."),
        (FieldType.Url, "An absolute http or https address."),
        (FieldType.Email, "An e-mail address."),
        (FieldType.Phone, "Digits."),
        (FieldType.Date, "A day, as year-month-day."),
        (FieldType.Iban, "An account number with right check digits."),
        (FieldType.Json, "A text that holds JSON and is passed on as it is."),
        (FieldType.Money, "An amount with its currency, as the API's 'money' says."),
        (FieldType.MinorUnits, "A whole number of minor units of the payment's currency."),
        (FieldType.Currency, "An ISO 4217 code."),
        (FieldType.Country, "An ISO 3166-1 alpha-2 code."),
        (FieldType.Language, "An ISO 639-1 code."),
        (FieldType.Integer, "A whole number."),
        (FieldType.Boolean, "true or false."),
        (FieldType.Object, "What has members."),
        (FieldType.List, "What has items: describe them by paths with [] behind the list's name."),
        (FieldType.Const, "Write const: with the value in its place."),
    ];

    public override string Schema => $$"""
        {
          "description": "What the value is; one of these, or a type of the API. A field that has it from the API needs none.",
          "anyOf": [
            {
              "enum": [
                {{Lines(s_types.Select(type => Id(type.Type)))}}
              ],
              "enumDescriptions": [
                {{Lines(s_types.Select(type => type.Description))}}
              ]
            },
            { "type": "string", "pattern": "^[a-z][A-Za-z0-9]{0,49}$", "patternErrorMessage": "A type of the language or of the API's 'types'." }
          ],
          "examples": ["string", "money"]
        }
        """;

    /// <summary>The word for a type, such as <c>minor-units</c>.</summary>
    public static string Id(FieldType type) => KebabCase.Of(type.ToString());

    private static string Words(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(ids.Count - 1)) + " or " + ids[ids.Count - 1];

    private static string Lines(IEnumerable<string> texts) => string.Join(",\n        ", texts.Select(text => '"' + text + '"'));
}
