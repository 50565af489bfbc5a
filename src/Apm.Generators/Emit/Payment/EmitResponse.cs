using Apm.Specs;

namespace Apm.Generators;

/// <summary>The reader of responses. In one pass, it stores the positions of the members that the API file names.</summary>
internal static class EmitResponse
{
    private const string Token = "global::System.Text.Json.JsonTokenType.";

    public static void Write(CodeWriter code, ResponseModel response)
    {
        if (response.RedirectSchemes.Count > 0)
        {
            code.Line($"private static readonly string[] RedirectSchemes = [{CSharpText.Join(response.RedirectSchemes.Select(CSharpText.Literal))}];");
            code.Line();
        }

        if (response.IdPattern is { } pattern)
        {
            const string Regex = "global::System.Text.RegularExpressions.Regex";
            var arguments = $"{CSharpText.Literal(pattern.Regex)}, {Regex}Options.NonBacktracking | {Regex}Options.CultureInvariant";
            code.Line($"private static readonly {Regex} IdPattern = new({arguments});");
            code.Line();
        }

        code.Line("// One pass, to find the positions of the texts of a payment. The bytes are kept: they become texts on first use.");
        using (code.Block("internal static global::Apm.PaymentResponse ReadPayment(global::Apm.ApmHttpResponse answer)"))
        {
            code.Line("""
                var reader = new global::System.Text.Json.Utf8JsonReader(answer.Body.Span);
                reader.Read();
                global::Apm.JsonText id = default;
                global::Apm.JsonText status = default;
                global::Apm.JsonText self = default;
                global::Apm.JsonText redirect = default;
                global::Apm.JsonText qrCode = default;
                var isRedirectRefused = false;
                global::Apm.PaymentActions? actions = null;
                """);
            code.Line("global::Apm.JsonInput.ExpectObject(ref reader, \"$\");");
            Object(code, Tree(response), "$", response);
            code.Line("""
                // The reader throws if anything follows.
                reader.Read();
                """);
            Others(code, response);
            code.Line($$"""
                if (id.IsAbsent && status.IsAbsent)
                {
                    throw global::Apm.JsonInput.Missing("$", {{CSharpText.Literal(response.Id)}});
                }

                """);
            if (response.IdPattern is not null)
            {
                code.Line($"global::Apm.JsonInput.ExpectId(id, answer.Body, IdPattern, {CSharpText.Literal(response.Id)});");
            }

            code.Line($$"""
                return new global::Apm.PaymentResponse
                {
                    IdText = id,
                    StatusText = status,
                    SelfText = self,
                    RedirectText = redirect,
                    QrCodeText = qrCode,
                    IsRedirectRefused = isRedirectRefused,
                    Actions = actions is null ? global::System.Array.Empty<global::Apm.PaymentAction>() : actions.In(answer.Body),
                    RawJson = answer.Body,
                    StatusCode = answer.StatusCode,
                };
                """);
        }
    }

    private static void Object(CodeWriter code, Node node, string path, ResponseModel response)
    {
        var name = "name" + (path.Contains('.') ? CSharpText.Number(path.Count(letter => letter == '.')) : "");
        using (code.Block($"while (global::Apm.JsonInput.NextMember(ref reader, out var {name}))"))
        {
            var branch = "if";
            foreach (var child in node.Children)
            {
                using (code.Block($"{branch} (global::Apm.JsonInput.Is({name}, {CSharpText.Utf8(child.Name)}))"))
                {
                    Member(code, child, path, response);
                }

                branch = "else if";
            }

            if (branch == "if")
            {
                Other(code, node, path, response);
                return;
            }

            using (code.Block("else"))
            {
                Other(code, node, path, response);
            }
        }
    }

    private static void Other(CodeWriter code, Node node, string path, ResponseModel response) => code.Line(node.IsActions
        ? $"global::Apm.JsonInput.ReadAction(ref reader, {CSharpText.Literal(path)}, {CSharpText.Utf8(response.Href)}, ref actions);"
        : "global::Apm.JsonInput.SkipMember(ref reader);");

    private static void Member(CodeWriter code, Node node, string path, ResponseModel response)
    {
        // Money may have moved, so an invalid value of a member that a payment does not need must not make the response unreadable.
        code.Line("reader.Read();");
        var place = $"ref reader, {CSharpText.Literal(path)}, {CSharpText.Literal(node.Name)}";
        if (node.Texts.Count == 0 && node.IsRedirect)
        {
            code.Line(ReadRedirect(place, response));
            return;
        }

        var isNeeded = node.Texts.Any(text => text is "id" or "status");
        var condition =
            isNeeded ? $"!= {Token}Null"
            : node.Texts.Count == 0 ? $"== {Token}StartObject"
            : $"is {Token}String or {Token}Number";
        using (code.Block($"if (reader.TokenType {condition})"))
        {
            if (node.Texts.Count > 0)
            {
                // One member may have several meanings, such as the id and the link for queries.
                code.Line($"{string.Concat(node.Texts.Select(text => text + " = "))}global::Apm.JsonText.Read({place});");
                if (node.IsRedirect)
                {
                    code.Line(ReadRedirect(place, response));
                }
            }
            else
            {
                Object(code, node, path + "." + node.Name, response);
            }
        }

        if (!isNeeded)
        {
            using (code.Block("else"))
            {
                code.Line("reader.TrySkip();");
            }
        }
    }

    private static string ReadRedirect(string place, ResponseModel response)
    {
        var schemes = response.RedirectSchemes.Count > 0 ? "RedirectSchemes" : "default";
        return $"global::Apm.JsonInput.ReadRedirect({place}, {schemes}, ref redirect, ref qrCode, ref isRedirectRefused);";
    }

    private static IEnumerable<(string Local, EquatableArray<string> Paths)> Texts(ResponseModel response)
    {
        yield return ("id", new[] { response.Id }.ToEquatableArray());
        yield return ("status", response.StatusPaths);
        if (response.Self is { } self)
        {
            yield return ("self", new[] { self }.ToEquatableArray());
        }
    }

    private static bool IsPlain(EquatableArray<string> paths) => paths.Count == 1 && MemberPath.IsPlain(paths[0]);

    // A path with items needs the whole list, and the first of several paths need not be the first in the response.
    private static void Others(CodeWriter code, ResponseModel response)
    {
        var texts = Texts(response).Where(text => !IsPlain(text.Paths)).ToList();
        var redirects = response.Redirects.Where(path => !MemberPath.IsPlain(path)).ToList();
        if (texts.Count == 0 && redirects.Count == 0)
        {
            return;
        }

        code.Line("var root = global::Apm.JsonInput.ReadRoot(answer.Body);");
        foreach (var (local, paths) in texts)
        {
            code.Line($"{local} = global::Apm.JsonInput.FindText(root, {CSharpText.Join(paths.Select(CSharpText.Literal))});");
        }

        var schemes = response.RedirectSchemes.Count > 0 ? "RedirectSchemes" : "default";
        foreach (var path in redirects)
        {
            code.Line(
                $"global::Apm.JsonInput.FindRedirect(root, {CSharpText.Literal(path)}, {schemes}, ref redirect, ref qrCode, ref isRedirectRefused);");
        }
    }

    private static Node Tree(ResponseModel response)
    {
        var root = new Node("");
        foreach (var (local, paths) in Texts(response))
        {
            if (IsPlain(paths))
            {
                root.Place(paths[0]).Texts.Add(local);
            }
        }

        foreach (var redirect in response.Redirects.Where(MemberPath.IsPlain))
        {
            root.Place(redirect).IsRedirect = true;
        }

        foreach (var container in response.Actions)
        {
            root.Place(container).IsActions = true;
        }

        return root;
    }

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public List<Node> Children { get; } = [];

        /// <summary>The locals to which the value is assigned.</summary>
        public List<string> Texts { get; } = [];

        public bool IsRedirect { get; set; }

        public bool IsActions { get; set; }

        public Node Place(string path)
        {
            var node = this;
            foreach (var segment in path.Split('.'))
            {
                var child = node.Children.FirstOrDefault(candidate => candidate.Name == segment);
                if (child is null)
                {
                    child = new Node(segment);
                    node.Children.Add(child);
                }

                node = child;
            }

            return node;
        }
    }
}
