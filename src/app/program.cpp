#include "app/program.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "app/command.h"
#include "app/options.h"
#include "app/window_command.h"
#include "base/text.h"
#include "render/headless_context.h"

namespace myomap {
namespace {

struct DeclaredCommand {
    std::unique_ptr<Command> command;
    CLI::App* parser = nullptr;
};

// The words that a parser knows: its commands, or its options with their dashes, those in groups too.
std::vector<std::string> words_known(const CLI::App& parser, bool options) {
    std::vector<std::string> words;
    for (const CLI::App* inner : parser.get_subcommands({})) {
        const bool is_group = inner->get_name().empty();
        if (!options && !is_group) words.push_back(inner->get_name());
        if (options && is_group)
            for (std::string& word : words_known(*inner, options)) words.push_back(std::move(word));
    }
    if (options)
        for (const CLI::Option* option : parser.get_options())
            for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
    return words;
}

// What is wrong with the command line, in a sentence: a word that nobody expected is named first, since it is
// often why another is missing.
std::string usage_error(const CLI::App& program, const CLI::ParseError& error) {
    const auto used = program.get_subcommands();
    const CLI::App& parser = used.empty() ? program : *used.front();
    const std::vector<std::string> left_over = program.remaining(true);
    if (left_over.empty()) return error.what();
    const std::string& word = left_over.front();
    const bool is_option = word.starts_with("-");
    if (is_option || used.empty()) {
        const std::string kind = is_option ? "option" : "command";
        return unknown_word(ExitCode::WrongUsage, kind, word.substr(0, word.find('=')),
                            words_known(parser, is_option))
            .what();
    }
    return parser.get_name() + " takes no \"" + word + "\" there";
}

int tell(std::ostream& err, const std::string& sentence, ExitCode code) {
    err << "myomap: " << sentence << (sentence.ends_with('\n') ? "" : "\n");
    return static_cast<int>(code);
}

int run_command_line(const std::vector<CommandMaker>& makers, int argument_count,
                     const char* const* arguments, std::ostream& out, std::ostream& err) {
    CLI::App program(
        "Myomap: an interactive 3D atlas of myofascial trigger points. Without a command it opens its "
        "window.",
        "myomap");
    program.set_version_flag("--version", "myomap " MYOMAP_VERSION, "Print the version");
    program.set_help_flag("--help,-h", "Print this help, or that of a command");
    program.require_subcommand(0, 1);

    CommandContext context({arguments, static_cast<std::size_t>(argument_count)}, out, err);
    WindowCommand window;
    window.declare(program, context);
    std::vector<DeclaredCommand> commands;
    for (const CommandMaker& make : makers) {
        DeclaredCommand declared{make()};
        declared.parser = declared.command->declare(program, context);
        commands.push_back(std::move(declared));
    }
    try {
        program.parse(argument_count, arguments);
    } catch (const CLI::Success& wanted) {  // --help, --version
        return program.exit(wanted, out, err);
    } catch (const CLI::ParseError& error) {
        return tell(err, usage_error(program, error) + "\nmyomap --help tells what there is",
                    ExitCode::WrongUsage);
    }
    for (const DeclaredCommand& declared : commands)
        if (declared.parser->parsed()) return static_cast<int>(declared.command->run(context));
    return window.run(context);
}

}  // namespace

std::vector<CommandMaker> all_commands() {
    const auto workshop = [](const char* name, const char* description) -> CommandMaker {
        return [name, description] { return make_workshop_command(name, description); };
    };
    return {
        make_render_command,
        make_list_command,
        make_show_command,
        make_find_command,
        make_map_command,
        make_where_command,
        make_validate_command,
        workshop("import", "Make a body from an anatomical atlas"),
        workshop("measure", "Measure an anatomical atlas into the numbers that our own body is built from"),
        workshop("build-body", "Build our own body from its numbers"),
        make_play_command,
        make_handout_command};
}

int run_program(const std::vector<CommandMaker>& commands, int argument_count, const char* const* arguments,
                std::ostream& out, std::ostream& err) {
    try {
        const int code = run_command_line(commands, argument_count, arguments, out, err);
        out.flush();
        if (!out) return tell(err, "the output could not be written", ExitCode::BadInput);
        return code;
    } catch (const Refusal& refusal) {
        return tell(err, refusal.what(), refusal.code);
    } catch (const GraphicsError& error) {
        return tell(err, std::string("no graphics: ") + error.what(), ExitCode::BadInput);
    } catch (const std::bad_alloc&) {
        return tell(err, "not enough memory", ExitCode::BadInput);
    } catch (const std::exception& error) {
        return tell(err, std::string("cannot go on: ") + error.what(), ExitCode::BadInput);
    }
}

}  // namespace myomap
