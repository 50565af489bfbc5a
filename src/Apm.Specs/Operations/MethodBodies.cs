namespace Apm.Specs;

/// <summary>Reads fields of a method over those of its base, and makes their roots.</summary>
internal sealed class MethodBodies(MethodFile file, MethodMoney money)
{
    private ApiModel Api => file.Base.Api!;

    /// <param name="entry">The method's own fields.</param>
    /// <param name="inherited">The body that they narrow.</param>
    /// <param name="operation">The operation of the body.</param>
    public List<ResolvedField> Read(SpecValue? entry, BoundBody inherited, string operation)
    {
        var vocabulary = file.Base.Vocabulary;
        var declared = entry?.Mapping() is { } mapping ? new FieldReader(file.Spec.File, isApi: false, vocabulary, file.Diagnostics).Read(mapping) : [];
        var narrowing = new Narrowing(file.Diagnostics, file.Base, file.GatewayId);
        if (inherited.Root is { } root)
        {
            declared = declared.Select(field => narrowing.CheckObject(field, FieldPath.Find(root, field.Path), inherited.Fields)).ToList();
            var roles = ReferenceEquals(inherited, file.Base.Request) ? Api.Roles.Returns.Select(role => role.Path).Distinct().Append(Api.Roles.Sale) : [];
            AlmostKnownFields.Report(declared, inherited.Fields.Select(field => field.Path).Concat(roles.OfType<string>()), file.Diagnostics);
        }

        var resolved = new FieldResolver(file.Diagnostics, file.Base.CurrencyNames(money.Currencies), vocabulary, narrowing, file.SpecId)
            .Resolve(declared, file.Base.IsKnown ? inherited.Fields : null);
        var scope = file.Base.Api is { } known ? NameScope.Operation(operation, known.Settings, known.Recovery?.Key is not null) : null;
        CurrencyPlaces.Check(resolved, file.Spec.File, file.Base.Api?.Money, scope, file.Diagnostics);
        if (file.Base.Api is { } api)
        {
            var headers = api.Headers.Select(header => header.Name).Append(api.Authentication.Header ?? "Authorization").ToList();
            FieldPlaces.Check(resolved, file.Spec.File, headers, file.Diagnostics);
            FieldNames.Check(resolved, file.Spec.File, scope!, file.Diagnostics);
        }

        return resolved;
    }

    /// <summary>The payment request.</summary>
    public MethodBody Request(IReadOnlyList<ResolvedField> fields, IReadOnlyList<MappingSyntax> rules)
    {
        var context = new MoneyContext(Api.Money, money.Currencies, money.Limits, Api.Roles.Value);
        var root = FieldTree.Share(FieldTree.Build(fields, file.GatewayId, file.SpecId, context, Api.Types), Api.Request);
        root = new MethodRoles(fields, root, file.Diagnostics).Check(Api.Roles);
        return Bind(new BoundBody(fields, root, file.Base.Request.Rules, IsOwn: true), root, rules, Api.Roles);
    }

    /// <summary>The body of an operation. One that methods share keeps the API's types, which here hold what the method accepts.</summary>
    /// <param name="operation">The id of the operation.</param>
    /// <param name="body">The fields, with the rules of the base.</param>
    /// <param name="rules">The method's own rules.</param>
    public MethodBody Operation(string operation, BoundBody body, IReadOnlyList<MappingSyntax> rules)
    {
        var limits = operation is OperationId.Refund or OperationId.PartialRefund ? money.RefundLimits : default;
        var context = new MoneyContext(Api.Money, money.Currencies, limits, FirstMoney(body.Fields, Api.Operation(operation)?.Body));
        var types = body.IsOwn ? Api.Types : (IReadOnlyList<TypeModel>)Api.Types.Select(type => type.Accepting(money.Currencies)).ToList();
        var root = FieldTree.Build(body.Fields, file.GatewayId, Api.Id, context, types);
        return Bind(body with { Root = root }, root, rules);
    }

    /// <param name="body">The body with the rules of the base.</param>
    /// <param name="root">The root of the body.</param>
    /// <param name="own">The method's own rules.</param>
    /// <param name="payment">The roles of the fields of a payment request; null for the body of an operation.</param>
    private MethodBody Bind(BoundBody body, FieldModel root, IReadOnlyList<MappingSyntax> own, PaymentRolesModel? payment = null)
    {
        var rules = new MethodRules(body.Rules, file.Diagnostics).Bind(own, new FieldIndex(root, payment), body.Fields, file.SpecId);
        var declared = new RuleSet(file.SpecId, own, rules.Where(rule => rule.DeclaredBy == file.SpecId).ToEquatableArray());
        return new MethodBody(body with { Rules = [.. body.Rules, declared] }, root, rules);
    }

    // A type can be used in several places, and a limit cannot apply to only one of them, unless the API's body declares the money there.
    private static string? FirstMoney(IReadOnlyList<ResolvedField> body, FieldModel? api)
    {
        var types = body.Where(field => field.Facts.SharedType is not null && !IsDescribed(field.Path)).Select(field => field.Path + ".").ToList();
        return body.FirstOrDefault(field => field.Type == FieldType.Money && !types.Any(type => field.Path.StartsWith(type, StringComparison.Ordinal)))?.Path;

        bool IsDescribed(string path) => api is not null && FieldPath.Find(api, path) is { SharedType: null };
    }
}

/// <summary>The payment request of a method, or the body of an operation.</summary>
/// <param name="Bound">What methods that extend this one start from.</param>
/// <param name="Root">The root object.</param>
/// <param name="Rules">The rules of the base that the method can break, then the method's own.</param>
internal sealed record MethodBody(BoundBody Bound, FieldModel Root, EquatableArray<RuleModel> Rules);
