namespace Apm.Specs;

/// <summary>An API file's syntax to its model.</summary>
internal sealed class ApiBinder
{
    private readonly ParsedSpec _spec;
    private readonly DiagnosticBag _report;
    private readonly SpecMapping _map;
    private readonly string _id;

    private ApiBinder(ParsedSpec spec, string id)
    {
        _spec = spec;
        _report = new DiagnosticBag(spec.File);
        _id = id;
        _map = new SpecMapping(spec.Root!, SpecKeys.Api, _report, spec.IdLocation.Span);
    }

    public static BoundApi Bind(ParsedSpec spec)
    {
        if (spec.Root is null)
        {
            return new BoundApi { Diagnostics = spec.Diagnostics };
        }

        return new ApiBinder(spec, spec.Id ?? "").Bind();
    }

    private BoundApi Bind()
    {
        SpecId.Check(_map.Require("api"), "api");
        var name = _map.Require("name")?.Text();
        var prefix = Prefix();
        var source = SourceBinder.Source(_map);
        var taken = new RequestHeaders(_report);
        var authentication = ApiConnectionBinder.Authentication(_map, taken);
        var format = ApiMoney.Format(_map);
        var exponents = ApiMoney.Exponents(_map);
        var currencies = ApiMoney.Currencies(_map.Require("currencies"), exponents, _report);
        var money = new MoneyContext(format, currencies, default, null);
        var names = new CurrencyNames(exponents, currencies);
        var settings = new MerchantBinder(_map, fields => Fields(fields, names, new SharedDefinitions(), format, null, null)).Bind();
        var settingNames = settings.Select(setting => setting.Path).ToList();
        var hosts = ApiConnectionBinder.Hosts(_map, settings);
        var headers = ApiConnectionBinder.Headers(_map, taken, NameScope.Shared("'headers'", settingNames));
        var idempotencyHeader = ApiConnectionBinder.HeaderName(_map.Find("idempotency-header"), taken);
        var headerNames = headers.Select(header => header.Name)
            .Concat(new[] { authentication.Header ?? "Authorization", idempotencyHeader }.OfType<string>())
            .ToList();
        var hasKey = RecoveryBinder.HasKey(_map);
        var types = new List<TypeModel>();
        var vocabulary = SharedDefinitionsBinder.Bind(_map, (id, type, earlier) =>
        {
            var members = Fields(type, names, earlier, format, NameScope.Shared("a type", settingNames), null);
            types.Add(new TypeModel(id, FieldTree.Build(members, ConstChecker.OwnId, _id, money, types)));
            return members;
        });
        var fields = Fields(_map.Require("request")?.Mapping(), names, vocabulary, format, NameScope.Request(settingNames, hasKey), headerNames);
        var request = FieldTree.Build(fields, ConstChecker.OwnId, _id, money, types);
        var rules = RuleBinder.Read(_map.Find("rules"), _report);
        var statuses = ApiResponse.Statuses(_map);
        var bodies = new Dictionary<string, BoundBody>(StringComparer.Ordinal);
        var operations = new ApiOperations(_map, statuses, settingNames, hasKey, Body).Bind();
        IndistinctOperations.Report(operations, _map.EntryOf("operations")?.Value as MappingSyntax, _report);
        var results = new ApiResults(_map, operations, format, settingNames).Bind();
        var roles = new ApiRoles(_map, fields, request).Bind();
        ReferenceHeader.Check(_map.Find("idempotency-header"), fields.FirstOrDefault(field => field.Path == roles.Reference));
        var errors = ApiErrors.Bind(_map);
        var recovery = new RecoveryBinder(_map, taken).Bind(operations, errors, request);
        if (authentication.Signature is { } signature)
        {
            var sent = headers.Select(header => header.Name).Append(authentication.Header).Append(idempotencyHeader).Append(recovery?.Key?.Header);
            MessageSignatureBinder.CheckHeaders(_map, signature, sent);
        }

        var query = operations.FirstOrDefault(operation => operation.Id == OperationId.Query);
        var response = ApiResponse.Bind(_map, query, format);
        var model = new ApiModel
        {
            Id = _id,
            Name = name ?? _id,
            Prefix = prefix,
            Source = source,
            Hosts = hosts,
            Merchant = settings.Count == 0 ? null : FieldTree.Build(settings, _id, _id, money, []),
            Authentication = authentication,
            ResponseSignature = MessageSignatureBinder.OfResponse(_map, authentication),
            Headers = headers,
            IdempotencyHeader = idempotencyHeader,
            Format = _map.Find("format")?.Choice<BodyFormat>() ?? BodyFormat.Json,
            Recovery = recovery,
            Money = format,
            Exponents = exponents,
            Currencies = currencies,
            Types = types.ToEquatableArray(),
            Request = request,
            Rules = new RuleBinder(new FieldIndex(request, roles), _id, RuleOrigin.Api, _report).Bind(rules),
            Roles = roles,
            Operations = operations,
            Results = results,
            Response = response,
            Statuses = statuses,
            Errors = errors,
            Webhooks = new WebhookListBinder(_map, format, response, query).Bind(),
        };
        model = model with { UsesValues = model.Request.UsesValues || model.UsesPaymentFacts || operations.Any(UsesValues) };
        return new BoundApi
        {
            Model = _id.Length > 0 ? model : null,
            Diagnostics = _report.InOrder(_spec.Diagnostics),
            Base = _id.Length == 0 ? BaseSpec.Unknown : new BaseSpec
            {
                Name = "the API",
                Api = model,
                Vocabulary = vocabulary,
                Request = new BoundBody(fields, request, [new RuleSet(_id, rules, model.Rules)], IsOwn: false),
                Bodies = bodies,
                Currencies = currencies,
                States = OutcomeState.Declared(_map),
                Places = _map.Places(),
            },
        };

        static bool UsesValues(OperationModel operation) => operation.Body?.UsesValues == true
            || operation.Names.Any(name => name is ValueName.PaymentReference or ValueName.PaymentValue or ValueName.PaymentCurrency or ValueName.Key);

        (FieldModel Root, EquatableArray<RuleModel> Rules) Body(string operation, SpecValue entry, IReadOnlyList<MappingSyntax> syntax)
        {
            var fields = Fields(entry.Mapping(), names, vocabulary, format, NameScope.Operation(operation, settingNames, hasKey), headerNames);
            if (operation is OperationId.Query or OperationId.Find or OperationId.Complete)
            {
                FieldNames.RequireConstants(fields, operation, _report);
            }

            foreach (var named in fields.Where(field => field.Facts.Value(Facets.Const)?.Value == ConstChecker.OwnId))
            {
                _report.Add(
                    SpecDescriptors.NotApplicable,
                    named.Facts.Place(Facets.Const),
                    $"{ConstChecker.OwnId} is the id of a method, but all methods share the body of '{operation}': "
                        + $"declare {MessageText.Of(named.Path)} in the bodies that methods have under 'operations'");
            }

            var root = FieldTree.Build(fields, _id, _id, money, types);
            var rules = new RuleBinder(new FieldIndex(root), _id, RuleOrigin.Api, _report).Bind(syntax);
            bodies[operation] = new BoundBody(fields, root, [new RuleSet(_id, syntax, rules)], IsOwn: false);
            return (root, rules);
        }
    }

    private List<ResolvedField> Fields(
        MappingSyntax? fields,
        CurrencyNames currencies,
        SharedDefinitions vocabulary,
        MoneyFormatModel money,
        NameScope? scope,
        IReadOnlyCollection<string>? headers)
    {
        var declared = fields is null ? [] : new FieldReader(_spec.File, isApi: true, vocabulary, _report).Read(fields);
        var resolved = new FieldResolver(_report, currencies, vocabulary, new Narrowing(_report), _id).Resolve(declared, []);
        CurrencyPlaces.Check(resolved, _spec.File, money, scope, _report);
        if (scope is not null)
        {
            FieldPlaces.Check(resolved, _spec.File, headers, _report);
            FieldNames.Check(resolved, _spec.File, scope, _report);
        }

        return resolved;
    }

    private string Prefix()
    {
        const string Suffix = "Client";
        var entry = _map.Require("client");
        var name = entry is null ? null : CSharpIdentifier.Check(entry);
        if (name is null)
        {
            return "Gateway";
        }

        if (name.EndsWith(Suffix, StringComparison.Ordinal) && name.Length > Suffix.Length)
        {
            return name.Substring(0, name.Length - Suffix.Length);
        }

        _report.Add(
            SpecDescriptors.WrongKind,
            entry!.Value.Span,
            $"{MessageText.Of(name)} must end with Client: write {(name == Suffix ? "MyGateway" : name)}Client");
        return name;
    }
}
