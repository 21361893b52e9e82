namespace NetGen.Mutations.Processes;

/// <summary>What a line of a reading process says, by its first character.</summary>
internal enum ReaderLine
{
    /// <summary>The number of the file that is read next.</summary>
    Begins = '>',

    /// <summary>A file whose reading was wrong, and why.</summary>
    Found = '!',

    /// <summary>A kind of files, how many were read, and how many were refused.</summary>
    Counted = '=',

    /// <summary>All files were read.</summary>
    Ended = '.',
}
