using Apm.SchemaWriter;
using Apm.Specs;

// Writes the keys of fields into the schema for editors: dotnet run --project tests/Apm.SchemaWriter [file]
var file = args is [var named] ? named : Path.Combine("specs", "schema", "apm.schema.json");
await File.WriteAllTextAsync(file, FieldSchema.Write((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), Facets.Table));
Console.WriteLine($"Wrote {file}.");
