namespace Apm.Specs;

/// <summary>Reads fields of a method over those that it starts from, and makes their roots.</summary>
/// <param name="file">The method's file.</param>
/// <param name="api">Null where the API is not there.</param>
/// <param name="ground">What the method starts from; null where that is not there.</param>
/// <param name="currencies">What the method accepts.</param>
/// <param name="refundLimits">What a single refund may be worth.</param>
/// <param name="gatewayId">What <c>$apm</c> stands for.</param>
/// <param name="declaredBy">The method's spec.</param>
internal sealed class MethodBodies(
    string file,
    BoundApi? api,
    BaseSpec? ground,
    EquatableArray<string> currencies,
    EquatableArray<LimitModel> refundLimits,
    string gatewayId,
    string declaredBy,
    DiagnosticBag report)
{
    private ApiModel Api => api!.Model!;

    private SharedDefinitions? Vocabulary => ground is null ? null : api!.Vocabulary;

    /// <param name="entry">The method's own fields.</param>
    /// <param name="shared">Those that it takes over; null where they are not known.</param>
    /// <param name="root">The object that these make; null where there is none.</param>
    public List<ResolvedField> Read(SpecValue? entry, IReadOnlyList<ResolvedField>? shared, FieldModel? root)
    {
        var declared = entry?.Mapping() is { } mapping ? new FieldReader(file, isApi: false, Vocabulary, report).Read(mapping) : [];
        var narrowing = new Narrowing(report, ground, gatewayId);
        if (root is not null)
        {
            declared = declared.Select(field => narrowing.Check(field, FieldPath.Find(root, field.Path), shared!)).ToList();
        }

        var names = new CurrencyNames(ground is null ? default : Api.Exponents, currencies, ground is not null);
        return new FieldResolver(report, names, Vocabulary, narrowing, declaredBy).Resolve(declared, shared);
    }

    /// <summary>The root of the payment request.</summary>
    public FieldModel Request(IReadOnlyList<ResolvedField> fields, EquatableArray<LimitModel> limits) =>
        FieldTree.Share(
            FieldTree.Build(fields, gatewayId, declaredBy, new MoneyContext(Api.Money, currencies, limits, Api.Roles.Value), Api.Types),
            Api.Request);

    /// <summary>The root of an operation's body. One that methods share keeps the API's types, which here hold what the method accepts.</summary>
    public FieldModel Build(string operation, IReadOnlyList<ResolvedField> fields, bool isOwn) =>
        FieldTree.Build(
            fields,
            gatewayId,
            Api.Id,
            new MoneyContext(
                Api.Money,
                currencies,
                operation is OperationId.Refund or OperationId.PartialRefund ? refundLimits : default,
                FirstMoney(fields, Api.Operation(operation)?.Body)),
            isOwn ? Api.Types : Api.Types.Select(type => type.Accepting(currencies)).ToList());

    // A type stands at several places, which a limit of one of them does not tell apart, unless the API's body has money there.
    private static string? FirstMoney(IReadOnlyList<ResolvedField> body, FieldModel? api)
    {
        var types = body.Where(field => field.Facts.SharedType is not null && !IsDescribed(field.Path)).Select(field => field.Path + ".").ToList();
        return body.FirstOrDefault(field => field.Type == FieldType.Money && !types.Any(type => field.Path.StartsWith(type, StringComparison.Ordinal)))?.Path;

        bool IsDescribed(string path) => api is not null && FieldPath.Find(api, path) is { SharedType: null };
    }
}
