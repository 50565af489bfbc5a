using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>One pass over an answer that picks up what the API file names and leaves the rest where it is.</summary>
internal static class EmitResponse
{
    public static void Write(CodeWriter code, ResponseModel response)
    {
        code.Line("/// <summary>Finds in an answer what a payment needs. The bytes are kept: later members are read from there.</summary>");
        using (code.Block("internal static global::Apm.PaymentResponse ReadPayment(global::System.ReadOnlyMemory<byte> body)"))
        {
            code.Line("""
                var reader = new global::System.Text.Json.Utf8JsonReader(body.Span);
                reader.Read();
                string? id = null;
                string? status = null;
                string? self = null;
                string? redirect = null;
                var actions = new global::Apm.PaymentActions();
                """);
            Object(code, Tree(response), "$", response.Href);
            code.Line($$"""
                return new global::Apm.PaymentResponse
                {
                    Id = id ?? throw global::Apm.JsonInput.Missing("$", {{CSharpText.Literal(response.Id)}}),
                    Status = status ?? throw global::Apm.JsonInput.Missing("$", {{CSharpText.Literal(response.Status)}}),
                    Self = self,
                    Redirect = redirect,
                    Actions = actions,
                    Body = body,
                };
                """);
        }
    }

    private static void Object(CodeWriter code, Node node, string path, string href)
    {
        code.Line($"global::Apm.JsonInput.StartObject(ref reader, {CSharpText.Literal(path)});");
        using (code.Block($"while (global::Apm.JsonInput.NextMember(ref reader, {CSharpText.Literal(path)}))"))
        {
            var branch = "if";
            foreach (var child in node.Children)
            {
                using (code.Block($"{branch} (reader.ValueTextEquals({CSharpText.Utf8(child.Name)}))"))
                {
                    Member(code, child, path, href);
                }

                branch = "else if";
            }

            var otherwise = node.IsActions
                ? $"actions.Add(ref reader, {CSharpText.Literal(path)}, {CSharpText.Utf8(href)});"
                : "reader.Skip();";
            if (branch == "if")
            {
                code.Line(otherwise);
                return;
            }

            using (code.Block("else"))
            {
                code.Line(otherwise);
            }
        }
    }

    private static void Member(CodeWriter code, Node node, string path, string href)
    {
        if (node.Target is { } target)
        {
            code.Line($"{target} = global::Apm.JsonInput.Text(ref reader, {CSharpText.Literal(path)}, {CSharpText.Literal(node.Name)});");
            return;
        }

        using (code.Block("if (!global::Apm.JsonInput.IsNull(ref reader))"))
        {
            Object(code, node, path + "." + node.Name, href);
        }
    }

    private static Node Tree(ResponseModel response)
    {
        var root = new Node("");
        root.Place(response.Id, "id");
        root.Place(response.Status, "status");
        root.Place(response.Self, "self");
        if (response.Redirect is { } redirect)
        {
            root.Place(redirect, "redirect");
        }

        foreach (var container in response.Actions)
        {
            root.Place(container, null).IsActions = true;
        }

        return root;
    }

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public List<Node> Children { get; } = [];

        /// <summary>The local that takes the value.</summary>
        public string? Target { get; private set; }

        public bool IsActions { get; set; }

        public Node Place(string path, string? target)
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

            node.Target = target;
            return node;
        }
    }
}
