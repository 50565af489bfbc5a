namespace Apm.Specs;

/// <summary>Finds the fields of a body by their paths. Rules need this often.</summary>
internal sealed class FieldIndex
{
    private static readonly string[] s_payment = [RuleScope.PaymentValue, RuleScope.PaymentCurrency, RuleScope.PaymentReference];

    private readonly Dictionary<string, FieldModel> _byPath = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];

    /// <param name="payment">The roles of the fields of a payment request; null for the body of an operation.</param>
    public FieldIndex(FieldModel root, PaymentRolesModel? payment = null)
    {
        Payment = payment;
        Add(root);
    }

    public PaymentRolesModel? Payment { get; }

    /// <summary>The paths, and the names of the payment in a payment request.</summary>
    public IEnumerable<string> Names => Payment is null ? _paths : _paths.Concat(s_payment);

    /// <summary>The paths of all fields in the order of the body, except those of items themselves.</summary>
    public IReadOnlyList<string> Paths => _paths;

    public FieldModel? Find(string path) => _byPath.TryGetValue(path, out var field) ? field : null;

    private void Add(FieldModel field)
    {
        foreach (var member in field.Type == FieldType.Map ? [] : field.Members.Where(member => !member.IsFurther))
        {
            _byPath[member.Path] = member;
            if (!FieldPath.IsItem(member.Path))
            {
                _paths.Add(member.Path);
            }

            Add(member);
        }
    }
}
