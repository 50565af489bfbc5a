namespace Apm.Specs;

/// <summary>What a method file starts from and may not widen: its API, or the method that it extends.</summary>
internal sealed record BaseSpec
{
    /// <summary>The base of a method whose API, or whose extended method, is not there. The method is checked all the same.</summary>
    public static BaseSpec Unknown { get; } = new()
    {
        Name = "the API",
        Api = null,
        Vocabulary = null,
        Request = BoundBody.None,
        Bodies = new Dictionary<string, BoundBody>(),
        Currencies = default,
        Places = new Dictionary<string, SpecLocation>(),
    };

    /// <summary>To follow “than” or stand before “requires”: the API, or the base.</summary>
    public required string Name { get; init; }

    /// <summary>Null where the base is not known.</summary>
    public required ApiModel? Api { get; init; }

    /// <summary>What the API names; null where the base is not known.</summary>
    public required SharedDefinitions? Vocabulary { get; init; }

    /// <summary>The payment request.</summary>
    public required BoundBody Request { get; init; }

    /// <summary>The bodies of operations, by the operation's id.</summary>
    public required IReadOnlyDictionary<string, BoundBody> Bodies { get; init; }

    public required EquatableArray<string> Currencies { get; init; }

    /// <summary>The states that the API's <c>statuses</c> contain, also those with an empty list; empty where they cannot be read.</summary>
    public IReadOnlyDictionary<PaymentState, bool> States { get; init; } = new Dictionary<PaymentState, bool>();

    /// <summary>Where the keys of the file are.</summary>
    public required IReadOnlyDictionary<string, SpecLocation> Places { get; init; }

    /// <summary>The method that is extended; null where the base is an API, or is not known.</summary>
    public MethodModel? Method { get; init; }

    public bool IsKnown => Api is not null;

    public EquatableArray<string> Countries => Method?.Countries ?? default;

    public EquatableArray<LimitModel> Limits => Method?.Limits ?? default;

    public EquatableArray<LimitModel> RefundLimits => Method?.RefundLimits ?? default;

    public EquatableArray<string> Capabilities => Method?.Capabilities ?? default;

    public EquatableArray<string> Notes => Method?.Notes ?? default;

    public BoundBody Body(string operation) => Bodies.TryGetValue(operation, out var body) ? body : BoundBody.None;

    /// <summary>The currencies that a method of this base may name.</summary>
    /// <param name="likely">What is proposed first.</param>
    public CurrencyNames CurrencyNames(EquatableArray<string> likely) => new(Api?.Exponents ?? default, likely, IsKnown);

    /// <summary>The base of a method that is offered beside the one that it extends: names of types that the extended method declares are in use.</summary>
    public BaseSpec ForSibling() =>
        Method is not { } method
            ? this
            : this with
            {
                Request = Renamed(Request, method.SpecId),
                Bodies = Bodies.ToDictionary(body => body.Key, body => Renamed(body.Value, method.SpecId)),
            };

    private static BoundBody Renamed(BoundBody body, string owner) => body with
    {
        Fields = body.Fields
            .Select(field =>
                field.DeclaredBy == owner && field.Facts.IsWritten(Facets.TypeName) ? field with { Facts = field.Facts.Without(Facets.TypeName) } : field)
            .ToList(),
    };
}

/// <param name="Root">The root that the fields make; null where there is none.</param>
/// <param name="IsOwn">A method declares it, so that methods do not share it.</param>
internal sealed record BoundBody(IReadOnlyList<ResolvedField> Fields, FieldModel? Root, IReadOnlyList<RuleSet> Rules, bool IsOwn)
{
    public static BoundBody None { get; } = new([], null, [], IsOwn: false);
}
