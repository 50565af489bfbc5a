using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>Reads an item of a list.</summary>
/// <param name="reader">Stands on the item, and on its last token afterwards.</param>
/// <param name="path">Where the object stands that has the list.</param>
/// <param name="name">The list's name in it, and the item's place: <c>items[0]</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonItemReader<out T>(ref Utf8JsonReader reader, string path, string name);
