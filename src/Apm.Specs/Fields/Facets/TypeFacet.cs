namespace Apm.Specs;

/// <summary><c>type</c>: what the value of a field is. <see cref="FieldTypeReader"/> reads it, because <c>const</c> can replace it.</summary>
internal sealed class TypeFacet() : Facet("type", Words([.. s_types.Select(type => Id(type.Type)).Where(id => id != "const")]))
{
    // In the order in which messages and editors list them.
    private static readonly (FieldType Type, string Description)[] s_types =
    [
        (FieldType.String, "A text."),
        (FieldType.Enum, "One of the values."),
        (FieldType.Url, "An absolute http or https URL."),
        (FieldType.Email, "An e-mail address."),
        (FieldType.Phone, "Digits, with a plus sign before them if 'plus' allows it."),
        (FieldType.Date, "A day, as year-month-day."),
        (FieldType.DateTime, "A time with its offset, as ISO 8601, or as seconds since 1970."),
        (FieldType.Iban, "An account number with correct check digits."),
        (FieldType.Json, "A text that contains JSON and is sent unchanged."),
        (FieldType.Money, "An amount with its currency, in the format of the API's 'money'."),
        (FieldType.MinorUnits, "A whole number of minor units of the payment's currency."),
        (FieldType.Currency, "An ISO 4217 code."),
        (FieldType.Country, "An ISO 3166-1 alpha-2 code."),
        (FieldType.Language, "An ISO 639-1 code."),
        (FieldType.Locale, "A language and a country, such as de-DE."),
        (FieldType.Integer, "A whole number."),
        (FieldType.Decimal, "A number with decimals."),
        (FieldType.Boolean, "true or false."),
        (FieldType.Object, "A field that has members."),
        (FieldType.List, "A field that has items: declare them by paths with [] after the name of the list."),
        (FieldType.Map, "An object with any members, whose values are texts."),
        (FieldType.Const, "To fix the value, use `const:` instead of `type:`."),
    ];

    public override string Schema => $$"""
        {
          "description": "What the value is; one of these, or a type of the API. A field that the API declares needs no type.",
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
