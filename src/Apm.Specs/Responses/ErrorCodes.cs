namespace Apm.Specs;

/// <summary>Reads <c>codes</c> of errors: the HTTP statuses and the gateway's names of what can go wrong.</summary>
/// <param name="map">The mapping <c>errors</c>.</param>
/// <param name="errors">The other facts about errors.</param>
internal sealed class ErrorCodes(SpecMapping map, ErrorModel errors)
{
    private const string Hint = "a mapping, such as { status: 404, name: notFound }";

    private readonly DiagnosticBag _report = map.Diagnostics;
    private readonly List<(ErrorCodeModel Code, ScalarSyntax Key)> _codes = [];

    public EquatableArray<ErrorCodeModel> Bind()
    {
        var entry = map.Find("codes");
        foreach (var item in (entry?.Mapping()?.Entries ?? []).TakeWhile(_ => !_report.IsFull))
        {
            if (!KebabCase.TryParse<ErrorKind>(item.Key.Value, out var kind))
            {
                UnknownKeys.Add(_report, (MappingSyntax)entry!.Value, item.Key, item.Value, "codes", KebabCase.Ids<ErrorKind>());
            }
            else if (new SpecValue(item.Key.Value, Hint, item.Key, item.Value, _report).Mapping() is { } mapping)
            {
                Read(kind, item.Key, new SpecMapping(mapping, ResponseKeys.ErrorCode, _report, item.Key.Span));
            }
        }

        return _codes.Select(code => code.Code).ToEquatableArray();
    }

    private void Read(ErrorKind kind, ScalarSyntax key, SpecMapping facts)
    {
        // A response of success can be an error only by a condition.
        var status = facts.Require("status")?.Integer(map.EntryOf("when") is null ? 400 : 200, 599);
        var name = facts.Find("name");
        var text = name?.Text();
        var detail = facts.Find("detail");
        if (detail is not null && kind != ErrorKind.InvalidBody)
        {
            _report.Add(SpecDescriptors.NotApplicable, detail.Key.Span, "'detail' applies only to invalid-body: remove it here");
        }

        if (name is not null && errors.Name is null && errors.DetailName is null && map.EntryOf("name") is null)
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                name.Key.Span,
                "this name is compared with the name of an error, and 'errors' has no 'name': add its path there, or remove the name here");
        }

        if (status is { } number && (text is not null || facts.EntryOf("name") is null))
        {
            var code = new ErrorCodeModel(kind, (int)number, text, kind == ErrorKind.InvalidBody ? detail?.Text() : null);
            ReportSame(code, key);
            _codes.Add((code, key));
        }
    }

    // What the client does depends on these.
    private static bool Decides(ErrorCodeModel code) =>
        code.Kind is ErrorKind.DuplicateReference or ErrorKind.KeyReused or ErrorKind.KeyInUse || (code.Kind == ErrorKind.Internal && code.Status < 300);

    private void ReportSame(ErrorCodeModel code, ScalarSyntax key)
    {
        if (code.Name is not null)
        {
            return;
        }

        var (other, place) = _codes.FirstOrDefault(known =>
            known.Code.Name is null && known.Code.Status == code.Status && (Decides(known.Code) || Decides(code)));
        if (other is not null)
        {
            _report.Add(
                SpecDescriptors.Contradiction,
                key.Span,
                $"'{key.Value}' and '{place.Value}' have the same status and no name, so they cannot be told apart: add 'name' to one of them",
                _report.At(place.Span));
        }
    }
}
