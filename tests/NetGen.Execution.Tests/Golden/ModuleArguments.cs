using System.Text.Json;

namespace NetGen.Execution.Tests.Golden;

/// <summary>The arguments of a PyTorch module; those that nothing asked for make the module unsupported.</summary>
internal sealed class ModuleArguments(GoldenLayer module)
{
    private readonly HashSet<string> asked = [];

    public string Operation => module.Operation;

    public int Int(string name) =>
        Find(name)?.GetInt32() ?? throw new InvalidDataException($"{module.Operation} '{module.Name}' states no {name}");

    public int? IntOrDefault(string name) => Find(name)?.GetInt32();

    public double? Number(string name) => Find(name)?.GetDouble();

    /// <summary>Numbers as they are written; a single one is a list of one.</summary>
    public double[]? Numbers(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number => [number.GetDouble()],
        { } array => [.. array.EnumerateArray().Select(item => item.GetDouble())],
    };

    public bool? Flag(string name) => Find(name)?.GetBoolean();

    public string? Text(string name) => Find(name)?.GetString();

    public bool IsText(string name) => Find(name) is { ValueKind: JsonValueKind.String };

    /// <summary>Whether the argument is written as None, where None differs from the default.</summary>
    public bool IsNone(string name)
    {
        asked.Add(name);
        return module.Arguments.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;
    }

    /// <summary>One number for both directions, or a pair (height, width); two equal numbers are one.</summary>
    public int[]? Pair(string name) =>
        Find(name) is null ? null : Sizes(name) is [int height, int width] && height == width ? [height] : Sizes(name);

    /// <summary>The numbers as they are written; a single one is a list of one.</summary>
    public int[] Sizes(string name) => Find(name) switch
    {
        null => throw new InvalidDataException($"{module.Operation} '{module.Name}' states no {name}"),
        { ValueKind: JsonValueKind.Number } number => [number.GetInt32()],
        { } array => array.EnumerateArray().Select(item => item.GetInt32()).ToArray(),
    };

    /// <summary>The numbers as they are written, null where None is.</summary>
    public int?[] SizesOrNone(string name) => Find(name) is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? (int?)null : item.GetInt32())]
        : [];

    /// <summary>An argument for which only PyTorch's default has a counterpart.</summary>
    public void OnlyDefault(string name, params string[] defaults)
    {
        if (Find(name) is { } value && !defaults.Contains(value.ToString(), StringComparer.OrdinalIgnoreCase))
            throw new UnsupportedModuleException($"{module.Operation} with {name} = {value}");
    }

    public void RequireAllAsked()
    {
        foreach ((string name, JsonElement value) in module.Arguments)
            if (!asked.Contains(name))
                throw new UnsupportedModuleException($"{module.Operation} with {name} = {value}");
    }

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return module.Arguments.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
