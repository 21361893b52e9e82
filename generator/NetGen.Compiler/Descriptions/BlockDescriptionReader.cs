using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Language;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Descriptions;

/// <summary>Reads what <see cref="BlockDescription"/> writes.</summary>
internal static class BlockDescriptionReader
{
    /// <param name="text">The description.</param>
    /// <param name="assembly">What is put before the keys of its blocks: blocks of other assemblies may have the same names.</param>
    /// <exception cref="FormatException">It is none, or has layers that this version does not know; the message says which.</exception>
    public static IReadOnlyList<BlockSpec> Read(string text, string assembly)
    {
        var blocks = new List<BlockSpec>();
        var elements = new List<ElementSpec>();
        foreach (string line in text.Split('\n').Where(line => line.Length > 0))
        {
            var tokens = new DescriptionTokens(line);
            if (tokens.Take(BlockDescription.Block))
            {
                Finish();
                blocks.Add(Head(tokens, assembly));
            }
            else if (blocks.Count > 0)
            {
                elements.Add(Element(tokens, assembly));
            }
            else
            {
                throw new FormatException("it does not begin with a block");
            }

            tokens.ExpectEnd();
        }

        Finish();
        return blocks;

        void Finish()
        {
            if (blocks.Count > 0)
                blocks[blocks.Count - 1] = blocks[blocks.Count - 1] with { Elements = elements.ToEquatableArray() };
            elements.Clear();
        }
    }

    /// <summary>The key of a block of another assembly.</summary>
    public static string Key(string assembly, string block) =>
        string.Concat(assembly.Select(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' ? letter : '-')) + "|" + block;

    private static BlockSpec Head(DescriptionTokens tokens, string assembly)
    {
        string name = tokens.Key();
        string container = tokens.Take(BlockDescription.Inside) ? Key(assembly, tokens.Key()) : "";
        var parameters = new List<BlockParameterSpec>();
        foreach (DescriptionTokens parameter in tokens.List('(', ')'))
        {
            ConstantType type = parameter.Type();
            parameter.Expect(" ");
            string parameterName = parameter.Name();
            parameters.Add(new BlockParameterSpec(parameterName, type, parameter.Take(" = ") ? parameter.Expression() : null));
        }

        return new BlockSpec(Key(assembly, name), SimpleName(name), container, parameters.ToEquatableArray(), default, Fault.Elsewhere);
    }

    private static ElementSpec Element(DescriptionTokens tokens, string assembly)
    {
        string text = tokens.Rest;
        bool isUse = tokens.Take(BlockDescription.Use);
        string key = tokens.Key();
        if (!isUse && !IsKnown(key))
            throw new FormatException($"it has the layer '{key}', which this version of NetGen does not know");
        var operands = new List<OperandSpec>();
        foreach (DescriptionTokens operand in tokens.List('<', '>'))
        {
            string operandKey = operand.Key();
            operands.Add(operandKey == BlockDescription.Identity
                ? new OperandSpec("", operandKey, Fault.Elsewhere)
                : new OperandSpec(Key(assembly, operandKey), SimpleName(operandKey), Fault.Elsewhere));
        }

        var arguments = new List<ArgumentSpec>();
        foreach (DescriptionTokens argument in tokens.List('(', ')'))
            arguments.Add(new ArgumentSpec(argument.ArgumentName(), argument.Expression(), Fault.Elsewhere));
        return new ElementSpec(
            SimpleName(key), isUse ? Key(assembly, key) : "", operands.ToEquatableArray(), arguments.ToEquatableArray(),
            isUse ? SimpleName(key) + text.Substring(text.IndexOf(key, StringComparison.Ordinal) + key.Length) : text, Fault.Elsewhere);
    }

    private static bool IsKnown(string kind) =>
        kind is "From" or "Shape" or "Output" || LayerCatalog.Find(kind) is not null || Compositions.KindOf(kind) is not null;

    private static string SimpleName(string key) => key.Substring(key.LastIndexOfAny(['.', '|']) + 1).Split(BlockDescription.Number)[0];
}
